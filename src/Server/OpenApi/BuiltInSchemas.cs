using System.Text;
using Slipway.Machinery.Protobuf;

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

        schema.Complete();
        return schema;
    });

    /// <summary>All of them.</summary>
    public static CompactSchema All => Read.Value;

    /// <summary>The type of a kind's objects; null where it is not built in.</summary>
    /// <param name="apiVersion">The group and version.</param>
    /// <param name="kind">The kind.</param>
    public static MessageType? Find(string apiVersion, string kind) =>
        All.Kinds.TryGetValue((apiVersion, kind), out var name) ? All.Messages[name] : null;

    /// <summary>The type of something that every group has, for example <c>Status</c> or <c>DeleteOptions</c>.</summary>
    /// <param name="name">Its name.</param>
    public static MessageType Meta(string name) => All.Messages[SchemaNames.Meta + name];
}
