using System.Text;

namespace Slipway.Server.OpenApi;

/// <summary>The schemas of built-in kinds and of the types that all kinds share; read once in a process, when first asked for.</summary>
internal static class BuiltInSchemas
{
    private static readonly Lazy<CompactSchema> Read = new(() =>
    {
        var schema = new CompactSchema();
        var assembly = typeof(BuiltInSchemas).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(
                assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is gone."), Encoding.UTF8);
            schema.Read(text);
        }

        return schema;
    });

    /// <summary>All of them.</summary>
    public static CompactSchema All => Read.Value;
}
