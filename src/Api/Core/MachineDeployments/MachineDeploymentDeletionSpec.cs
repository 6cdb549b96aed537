using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>Which machines go first when there are too many.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentDeletionSpec : IOmitEmpty
{
    /// <summary>Random (as where absent), Newest or Oldest first.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? Order { get; init; }
}
