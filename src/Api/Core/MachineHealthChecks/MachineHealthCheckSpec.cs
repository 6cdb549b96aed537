using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The machine health check spec.</summary>
public sealed record MachineHealthCheckSpec
{
    /// <summary>The checks.</summary>
    public MachineHealthCheckChecks? Checks { get; init; }

    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The remediation.</summary>
    public MachineHealthCheckRemediation? Remediation { get; init; }

    /// <summary>The selector.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();
}
