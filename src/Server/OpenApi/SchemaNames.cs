namespace Slipway.Server.OpenApi;

/// <summary>What schemas are called in OpenAPI documents.</summary>
internal static class SchemaNames
{
    /// <summary>Where the types stand that all kinds share.</summary>
    public const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>Where the types of the core group stand.</summary>
    public const string Core = "io.k8s.api.core.v1.";

    private const string Reference = "#/components/schemas/";

    /// <summary>The name of a custom kind: the group read backwards, the version, the kind.</summary>
    /// <param name="group">The group.</param>
    /// <param name="version">The version.</param>
    /// <param name="kind">The kind.</param>
    public static string Custom(string group, string version, string kind)
    {
        var parts = group.Split('.');
        Array.Reverse(parts);
        return $"{string.Join('.', parts)}.{version}.{kind}";
    }

    /// <summary>A reference to a schema, as version 3 writes it.</summary>
    /// <param name="name">The schema.</param>
    public static string ReferenceTo(string name) => Reference + name;

    /// <summary>The schema that a reference of version 3 names; the text itself where it is none.</summary>
    /// <param name="reference">The reference.</param>
    public static string NameOf(string reference) =>
        reference.StartsWith(Reference, StringComparison.Ordinal) ? reference[Reference.Length..] : reference;
}
