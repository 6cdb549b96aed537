namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Names a claim on a persistent volume.</summary>
public sealed record PersistentVolumeClaimSource
{
    /// <summary>The claim.</summary>
    public string ClaimName { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it is only read.</summary>
    public bool? ReadOnly { get; init; }
}
