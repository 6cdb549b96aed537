using System.Buffers;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission;

/// <summary>How things may be called: names, label keys, label values, finalizers.</summary>
internal static class Names
{
    private static readonly SearchValues<char> LabelLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> QualifiedLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="rule">The rule of its kind.</param>
    public static string? Fault(string name, NameRule rule) => rule switch
    {
        NameRule.Label => LabelFault(name),
        NameRule.LetterLabel => name.Length > 63
            ? "must be no more than 63 characters"
            : IsLabel(name) && !char.IsAsciiDigit(name[0])
                ? null
                : "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an "
                    + "alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
        NameRule.PathSegment => PathSegmentFault(name),
        _ => SubdomainFault(name),
    };

    /// <summary>What is wrong with a DNS-1123 subdomain, or null.</summary>
    /// <param name="name">The name.</param>
    public static string? SubdomainFault(string name) => name.Length > 253
        ? "must be no more than 253 characters"
        : IsSubdomain(name)
            ? null
            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
                + "alphanumeric character (e.g. 'example.com', regex used for validation is "
                + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    /// <summary>What is wrong with a DNS-1123 label, or null.</summary>
    /// <param name="name">The name.</param>
    public static string? LabelFault(string name) => name.Length > 63
        ? "must be no more than 63 characters"
        : IsLabel(name)
            ? null
            : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an "
                + "alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    /// <summary>What is wrong with a key of labels, annotations or finalizers, or null.</summary>
    /// <param name="key">The key: a name, with a DNS subdomain and a slash before it or without.</param>
    public static string? KeyFault(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = key[(slash + 1)..];
        if (slash >= 0 && (slash == 0 ? "prefix part must be non-empty" : SubdomainFault(key[..slash])) is { } prefixFault)
        {
            return slash == 0 ? prefixFault : $"prefix part {prefixFault}";
        }

        if (name.Length == 0)
        {
            return "name part must be non-empty";
        }

        if (name.Length > 63)
        {
            return "name part must be no more than 63 characters";
        }

        return IsQualified(name)
            ? null
            : "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
                + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    }

    /// <summary>What is wrong with the value of a label, or null.</summary>
    /// <param name="value">The value.</param>
    public static string? ValueFault(string value) => value.Length > 63
        ? "must be no more than 63 characters"
        : value.Length == 0 || IsQualified(value)
            ? null
            : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
                + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private static string? PathSegmentFault(string name)
    {
        if (name is "." or "..")
        {
            return $"may not be '{name}'";
        }

        var at = name.AsSpan().IndexOfAny('/', '%');
        return at < 0 ? null : $"may not contain '{name[at]}'";
    }

    private static bool IsLabel(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExcept(LabelLetters) && text[0] != '-' && text[^1] != '-';

    private static bool IsSubdomain(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (!IsLabel(text[part]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQualified(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExcept(QualifiedLetters) && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
