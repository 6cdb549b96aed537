using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>What is watched and what is done.</summary>
public sealed record MachineHealthCheckSpec
{
    /// <summary>What makes a machine unhealthy.</summary>
    public MachineHealthCheckChecks? Checks { get; init; }

    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>When and by whom unhealthy machines are replaced.</summary>
    public MachineHealthCheckRemediation? Remediation { get; init; }

    /// <summary>Which machines are watched.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();
}
