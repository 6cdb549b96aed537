using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>Asks for the changes of a collection.</summary>
/// <param name="Type">The version of the kind.</param>
/// <param name="ResourceVersion">Changes strictly after this revision; empty to begin with every present object as added.</param>
public sealed record WatchRequest(ResourceType Type, string ResourceVersion)
{
    /// <summary>Only this namespace; empty for all.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>A label selector in its string form; empty for all.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>A field selector in its string form; empty for all.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>Whether to send a bookmark now and then, so that the resource version keeps pace.</summary>
    public bool AllowBookmarks { get; init; } = true;
}
