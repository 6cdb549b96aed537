using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>The node system info.</summary>
public sealed record NodeSystemInfo
{
    /// <summary>The architecture.</summary>
    [Required]
    public string Architecture { get; init => field = value ?? ""; } = "";

    /// <summary>The boot ID.</summary>
    [Required]
    public string BootID { get; init => field = value ?? ""; } = "";

    /// <summary>The container runtime version.</summary>
    [Required]
    public string ContainerRuntimeVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The kernel version.</summary>
    [Required]
    public string KernelVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The kube proxy version.</summary>
    [Required]
    public string KubeProxyVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The kubelet version.</summary>
    [Required]
    public string KubeletVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The machine ID.</summary>
    [Required]
    public string MachineID { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system.</summary>
    [Required]
    public string OperatingSystem { get; init => field = value ?? ""; } = "";

    /// <summary>The os image.</summary>
    [Required]
    public string OsImage { get; init => field = value ?? ""; } = "";

    /// <summary>The swap.</summary>
    public NodeSwapStatus? Swap { get; init; }

    /// <summary>The system UUID.</summary>
    [Required]
    public string SystemUUID { get; init => field = value ?? ""; } = "";
}
