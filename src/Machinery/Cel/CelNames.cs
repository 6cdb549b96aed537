using System.Text;

namespace Slipway.Machinery.Cel;

/// <summary>How member names that are no CEL names are written in rules.</summary>
internal static class CelNames
{
    private static readonly (string Escaped, string Plain)[] Parts = [("__underscores__", "__"), ("__dot__", "."), ("__dash__", "-"), ("__slash__", "/")];

    private static readonly HashSet<string> Keywords =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ];

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
