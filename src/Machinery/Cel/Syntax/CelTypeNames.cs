namespace Slipway.Machinery.Cel.Syntax;

/// <summary>The names in expressions that mean types, and names with dots in general.</summary>
internal static class CelTypeNames
{
    private static readonly HashSet<string> Types =
    [
        "int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type", "optional_type", "google.protobuf.Timestamp", "google.protobuf.Duration",
        "kubernetes.Quantity", "kubernetes.URL", "kubernetes.NamedFormat", "kubernetes.Semver", "net.IP", "net.CIDR",
        "kubernetes.authorization.Authorizer", "kubernetes.authorization.PathCheck", "kubernetes.authorization.GroupCheck",
        "kubernetes.authorization.ResourceCheck", "kubernetes.authorization.Decision",
    ];

    /// <summary>Whether a name means a type.</summary>
    public static bool Contains(string name) => Types.Contains(name);

    /// <summary>The names of a chain such as <c>a.b.c</c> with their dots; null for what is no such chain.</summary>
    public static string? Dotted(CelExpr expr) => expr switch
    {
        CelExpr.Name name => name.Text,
        CelExpr.Select { Form: SelectForm.Value } select when Dotted(select.Operand) is { } left => $"{left}.{select.Field}",
        _ => null,
    };
}
