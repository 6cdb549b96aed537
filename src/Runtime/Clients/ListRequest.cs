using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>Asks for the objects of a collection at the newest revision.</summary>
/// <param name="Type">The version of the kind.</param>
public sealed record ListRequest(ResourceType Type)
{
    /// <summary>Only this namespace; empty for all.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>A label selector in its string form; empty for all.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>A field selector in its string form; empty for all.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>At most this many objects; null for all. The list then carries a token for the next page.</summary>
    public int? Limit { get; init; }

    /// <summary>The token of the page before; empty for the first.</summary>
    public string Continue { get; init; } = "";

    /// <summary>As in the API: empty for the newest, <c>0</c> for whatever is at hand, else at least this one.</summary>
    public string ResourceVersion { get; init; } = "";
}
