using System.Text;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>How member names that are no CEL names are written in rules.</summary>
internal static class CelNames
{
    private static readonly (string Escaped, string Plain)[] Parts = [("__underscores__", "__"), ("__dot__", "."), ("__dash__", "-"), ("__slash__", "/")];

    private static readonly HashSet<string> Keywords =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ];

    private static readonly HashSet<string> Qualified = ["ip.isCanonical", "optional.of", "optional.ofNonZeroValue", "optional.none", "optional.unwrap", "lists.range", "strings.quote", "sets.contains", "sets.equivalent", "sets.intersects", "format.named", .. FormatNames()];

    /// <summary>Whether a name and a member together are the name of a function.</summary>
    public static bool IsQualified(string space, string name) => Qualified.Contains($"{space}.{name}");

    /// <summary>A member's name as rules write it; null where it has none.</summary>
    /// <param name="name">The member's name in the schema.</param>
    public static string? Escape(string name)
    {
        if (Keywords.Contains(name))
        {
            return $"__{name}__";
        }

        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return null;
        }

        var escaped = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var part = Array.Find(Parts, p => string.CompareOrdinal(name, at, p.Plain, 0, p.Plain.Length) == 0);
            if (part.Plain is null && name[at] != '_' && !char.IsAsciiLetterOrDigit(name[at]))
            {
                return null;
            }

            escaped.Append(part.Escaped ?? name[at].ToString());
            at += part.Plain?.Length ?? 1;
        }

        return escaped.ToString();
    }

    private static IEnumerable<string> FormatNames() =>
        new[]
        {
            "dns1123Label", "dns1123Subdomain", "dns1035Label", "qualifiedName", "dns1123LabelPrefix", "dns1123SubdomainPrefix", "dns1035LabelPrefix", "labelValue",
            "uri", "uuid", "byte", "date", "datetime",
        }.Select(n => $"format.{n}");

    /// <summary>The member that a name in a rule means, for example <c>namespace</c> for <c>__namespace__</c>.</summary>
    public static string Unescape(string name)
    {
        if (!name.Contains("__", StringComparison.Ordinal))
        {
            return name;
        }

        if (name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) && Keywords.Contains(name[2..^2]))
        {
            return name[2..^2];
        }

        var plain = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var part = Array.Find(Parts, p => string.CompareOrdinal(name, at, p.Escaped, 0, p.Escaped.Length) == 0);
            plain.Append(part.Plain ?? name[at].ToString());
            at += part.Escaped?.Length ?? 1;
        }

        return plain.ToString();
    }
}
