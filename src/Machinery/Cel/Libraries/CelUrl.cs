using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>A URL with a scheme, or an absolute path.</summary>
/// <param name="uri">The URL; null for a path alone.</param>
/// <param name="text">The URL as it was written.</param>
internal sealed class CelUrl(Uri? uri, string text) : CelOpaque
{
    /// <inheritdoc/>
    public override string TypeName => "kubernetes.URL";

    /// <inheritdoc/>
    public override string AsText => text;

    /// <summary>The scheme; empty where there is none.</summary>
    public string Scheme => uri?.Scheme ?? "";

    /// <summary>Host and port as they are written.</summary>
    public string Host => uri is null ? "" : Authority();

    /// <summary>The host alone, of IPv6 without brackets.</summary>
    public string Hostname => Port.Length > 0 ? Host[..^(Port.Length + 1)].Trim('[', ']') : Host.TrimEnd(':').Trim('[', ']');

    /// <summary>The port as it is written; empty where there is none.</summary>
    public string Port
    {
        get
        {
            var colon = Host.LastIndexOf(':');
            return colon >= 0 && !Host.EndsWith(']') ? Host[(colon + 1)..] : "";
        }
    }

    /// <summary>The path, escaped.</summary>
    public string Path
    {
        get
        {
            var rest = uri is null ? text : text[AfterAuthority()..];
            var end = rest.AsSpan().IndexOfAny('?', '#');
            return end < 0 ? rest : rest[..end];
        }
    }

    /// <summary>What follows the question mark; empty where there is none.</summary>
    public string Query
    {
        get
        {
            var start = text.IndexOf('?', StringComparison.Ordinal);
            return start < 0 ? "" : text[(start + 1)..].Split('#')[0];
        }
    }

    /// <summary>Reads a URL; null where it is none.</summary>
    /// <param name="text">An absolute URL or an absolute path.</param>
    public static CelUrl? Parse(string text)
    {
        if (text.Length == 0 || text.AsSpan().IndexOfAnyInRange('\0', ' ') >= 0)
        {
            return null;
        }

        if (text[0] == '/')
        {
            return new CelUrl(null, text);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.Contains(':', StringComparison.Ordinal) ? new CelUrl(uri, text) : null;
    }

    /// <inheritdoc/>
    public override bool EqualTo(CelOpaque other) => other is CelUrl url && url.AsText == text;

    private string Authority()
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var authority = text[(start + 3)..AfterAuthority()];
        return authority[(authority.LastIndexOf('@') + 1)..];
    }

    private int AfterAuthority()
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var from = start < 0 ? text.IndexOf(':', StringComparison.Ordinal) + 1 : start + 3;
        var end = text.AsSpan(from).IndexOfAny('/', '?', '#');
        return start < 0 ? from : end < 0 ? text.Length : from + end;
    }
}
