using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The infrastructure initialization status.</summary>
[MinProperties(1)]
public sealed record InfrastructureInitializationStatus : IOmitEmpty
{
    /// <summary>The provisioned.</summary>
    public bool? Provisioned { get; init; }
}
