using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev cluster status.</summary>
public sealed record DevClusterStatus : IOmitEmpty
{
    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The deprecated.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domains.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The initialization.</summary>
    public InfrastructureInitializationStatus? Initialization { get; init; }
}
