namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Something that containers can mount; kinds of volumes beyond these are kept but not seen.</summary>
public sealed record Volume
{
    /// <summary>Its name within the pod.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>A claim on a persistent volume.</summary>
    public PersistentVolumeClaimSource? PersistentVolumeClaim { get; init; }
}
