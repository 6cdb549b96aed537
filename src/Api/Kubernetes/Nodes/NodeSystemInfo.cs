using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>Versions and identifiers that a node reports.</summary>
public sealed record NodeSystemInfo
{
    /// <summary>The processor's architecture, for example "amd64".</summary>
    [Required]
    public string Architecture { get; init => field = value ?? ""; } = "";

    /// <summary>Changes at every boot.</summary>
    [Required]
    public string BootID { get; init => field = value ?? ""; } = "";

    /// <summary>The container runtime and its version, as in "containerd://2.0.0".</summary>
    [Required]
    public string ContainerRuntimeVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The kernel's version.</summary>
    [Required]
    public string KernelVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The version of kube-proxy; no longer kept up.</summary>
    [Required]
    public string KubeProxyVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The version of kubelet.</summary>
    [Required]
    public string KubeletVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The machine's identifier, from the operating system.</summary>
    [Required]
    public string MachineID { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system, for example "linux".</summary>
    [Required]
    public string OperatingSystem { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system's name and version, for people.</summary>
    [Required]
    public string OsImage { get; init => field = value ?? ""; } = "";

    /// <summary>The swap space.</summary>
    public NodeSwapStatus? Swap { get; init; }

    /// <summary>The machine's identifier, from its firmware.</summary>
    [Required]
    public string SystemUUID { get; init => field = value ?? ""; } = "";
}
