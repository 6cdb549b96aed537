namespace Slipway.Machinery.Objects;

/// <summary>Names the object that owns this one; the garbage collector removes objects whose owners are all gone.</summary>
public sealed record OwnerReference
{
    /// <summary>The owner's <c>group/version</c>.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>The owner's kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The owner's name; it lives in the same namespace or is cluster-scoped.</summary>
    public string Name { get; init; } = "";

    /// <summary>The owner's uid: a new object of the same name is another owner.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Whether this owner is the one that manages the object; at most one does.</summary>
    public bool? Controller { get; init; }

    /// <summary>Whether foreground deletion of the owner waits for this object.</summary>
    public bool? BlockOwnerDeletion { get; init; }

    /// <summary>The API group of <see cref="ApiVersion"/>; empty for the core group.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? ApiVersion[..at] : "";
}
