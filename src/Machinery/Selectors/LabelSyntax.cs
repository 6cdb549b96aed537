namespace Slipway.Machinery.Selectors;

/// <summary>What label keys and values may look like.</summary>
public static class LabelSyntax
{
    private const int NameLength = 63;
    private const int PrefixLength = 253;

    /// <summary>What is wrong with a label or annotation key, or null where nothing is.</summary>
    /// <param name="key">A name of up to 63 characters, optionally after a DNS subdomain and a slash.</param>
    public static string? KeyFault(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? key : key[(slash + 1)..];
        if (slash >= 0)
        {
            var prefix = key.AsSpan(0, slash);
            if (prefix.Length == 0)
            {
                return "prefix part must be non-empty";
            }

            if (prefix.Length > PrefixLength || !IsDnsSubdomain(prefix))
            {
                return "prefix part must be a DNS subdomain of at most 253 lower-case letters, digits, '-' and '.', as in example.com";
            }
        }

        if (name.Length == 0)
        {
            return "name part must be non-empty";
        }

        if (name.Length > NameLength)
        {
            return "name part must be no more than 63 characters";
        }

        return IsName(name) ? null : "name part must consist of letters, digits, '-', '_' or '.', and begin and end with a letter or digit, as in MyName or my.name";
    }

    /// <summary>What is wrong with a label value, or null where nothing is.</summary>
    /// <param name="value">Empty, or up to 63 letters, digits, '-', '_' and '.' between letters or digits.</param>
    public static string? ValueFault(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > NameLength)
        {
            return "must be no more than 63 characters";
        }

        return value.Length == 0 || IsName(value)
            ? null
            : "a valid label must be an empty string or consist of letters, digits, '-', '_' or '.', and begin and end with a letter or digit, as in MyValue or 12345";
    }

    /// <summary>Whether a text is a DNS-1123 subdomain; its length is not looked at.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDnsSubdomain(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (!IsDnsLabel(text[part]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text is a DNS-1123 label; its length is not looked at.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDnsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c != '-' && !char.IsAsciiDigit(c) && !char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string text)
    {
        if (!char.IsAsciiLetterOrDigit(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
