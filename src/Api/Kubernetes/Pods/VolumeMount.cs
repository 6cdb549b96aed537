namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Where a volume appears in a container.</summary>
public sealed record VolumeMount
{
    /// <summary>The volume.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The path in the container.</summary>
    public string MountPath { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it is only read.</summary>
    public bool? ReadOnly { get; init; }
}
