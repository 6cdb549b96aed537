namespace Slipway.Api.Kubernetes.Pods;

/// <summary>One program of a pod.</summary>
public sealed record Container
{
    /// <summary>Its name within the pod.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Its image.</summary>
    public string? Image { get; init; }

    /// <summary>The program in place of the image's.</summary>
    public IReadOnlyList<string> Command { get; init => field = value ?? []; } = [];

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>Its environment.</summary>
    public IReadOnlyList<EnvVar> Env { get; init => field = value ?? []; } = [];

    /// <summary>Where volumes appear in it.</summary>
    public IReadOnlyList<VolumeMount> VolumeMounts { get; init => field = value ?? []; } = [];
}
