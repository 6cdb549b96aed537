namespace Slipway.Runtime.Clients;

/// <summary>The kinds of patch that the Kubernetes API knows.</summary>
public enum PatchType
{
    /// <summary>RFC 6902: a list of operations.</summary>
    Json,

    /// <summary>RFC 7386: the fields that change, null to remove.</summary>
    Merge,

    /// <summary>A merge patch that knows the merge keys of lists of built-in kinds.</summary>
    StrategicMerge,

    /// <summary>Server-side apply.</summary>
    Apply,
}
