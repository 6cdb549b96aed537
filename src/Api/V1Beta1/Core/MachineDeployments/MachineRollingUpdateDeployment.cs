using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>How machines are replaced step by step.</summary>
internal sealed record MachineRollingUpdateDeployment
{
    /// <summary>Which machines go first when there are too many: Random (as where absent), Newest or Oldest.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? DeletePolicy { get; init; }

    /// <summary>How many machines, or which percentage, more than wanted there may be meanwhile; 1 where absent.</summary>
    public IntOrString? MaxSurge { get; init; }

    /// <summary>How many machines, or which percentage, fewer than wanted may be available meanwhile; 0 where absent.</summary>
    public IntOrString? MaxUnavailable { get; init; }
}
