using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>How machines are replaced step by step.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRollingUpdate : IOmitEmpty
{
    /// <summary>How many machines, or which percentage, more than wanted there may be meanwhile; 1 where absent.</summary>
    public IntOrString? MaxSurge { get; init; }

    /// <summary>How many machines, or which percentage, fewer than wanted may be available meanwhile; 0 where absent.</summary>
    public IntOrString? MaxUnavailable { get; init; }
}
