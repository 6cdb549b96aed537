using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>A condition of a node that makes its machine unhealthy when it lasts too long.</summary>
internal sealed record UnhealthyCondition
{
    /// <summary>The status that is bad.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>How long it may last, as in "5m".</summary>
    [Required]
    public string Timeout { get; init => field = value ?? ""; } = "";

    /// <summary>The condition's type.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Type { get; init => field = value ?? ""; } = "";
}
