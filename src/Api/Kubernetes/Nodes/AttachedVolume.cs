namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>A volume attached to a node.</summary>
public sealed record AttachedVolume
{
    /// <summary>The volume.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where it is attached.</summary>
    public string DevicePath { get; init => field = value ?? ""; } = "";
}
