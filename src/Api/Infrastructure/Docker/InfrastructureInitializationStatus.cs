using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>What has been done once for the infrastructure; it is not undone.</summary>
[MinProperties(1)]
public sealed record InfrastructureInitializationStatus : IOmitEmpty
{
    /// <summary>Whether the infrastructure has once been complete; others wait for it.</summary>
    public bool? Provisioned { get; init; }
}
