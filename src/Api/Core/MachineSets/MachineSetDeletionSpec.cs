using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The machine set deletion spec.</summary>
[MinProperties(1)]
public sealed record MachineSetDeletionSpec : IOmitEmpty
{
    /// <summary>The order.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? Order { get; init; }
}
