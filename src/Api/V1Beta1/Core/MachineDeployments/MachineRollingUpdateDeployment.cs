using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The machine rolling update deployment.</summary>
internal sealed record MachineRollingUpdateDeployment
{
    /// <summary>The delete policy.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? DeletePolicy { get; init; }

    /// <summary>The max surge.</summary>
    public IntOrString? MaxSurge { get; init; }

    /// <summary>The max unavailable.</summary>
    public IntOrString? MaxUnavailable { get; init; }
}
