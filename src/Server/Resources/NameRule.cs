namespace Slipway.Server.Resources;

/// <summary>How objects of a kind may be called.</summary>
internal enum NameRule
{
    /// <summary>A DNS-1123 subdomain of at most 253 characters.</summary>
    Subdomain,

    /// <summary>A DNS-1123 label of at most 63 characters.</summary>
    Label,

    /// <summary>A DNS-1035 label of at most 63 characters: it begins with a letter.</summary>
    LetterLabel,

    /// <summary>Anything that can be one segment of a path.</summary>
    PathSegment,
}
