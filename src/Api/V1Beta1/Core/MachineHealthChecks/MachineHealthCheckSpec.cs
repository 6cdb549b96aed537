using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>The machine health check spec.</summary>
internal sealed record MachineHealthCheckSpec
{
    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The max unhealthy.</summary>
    public IntOrString? MaxUnhealthy { get; init; }

    /// <summary>The node startup timeout.</summary>
    public string? NodeStartupTimeout { get; init; }

    /// <summary>The remediation template.</summary>
    public ObjectReference? RemediationTemplate { get; init; }

    /// <summary>The selector.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The unhealthy conditions.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<UnhealthyCondition> UnhealthyConditions { get; init => field = value ?? []; } = [];

    /// <summary>The unhealthy machine conditions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<UnhealthyMachineCondition> UnhealthyMachineConditions { get; init => field = value ?? []; } = [];

    /// <summary>The unhealthy range.</summary>
    [Limits(MinLength = 1, MaxLength = 32, Pattern = @"^\[[0-9]+-[0-9]+\]$")]
    public string? UnhealthyRange { get; init; }
}
