using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment deletion spec.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentDeletionSpec : IOmitEmpty
{
    /// <summary>The order.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? Order { get; init; }
}
