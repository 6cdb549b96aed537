using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>How far the infrastructure is.</summary>
public sealed record DevClusterStatus : IOmitEmpty
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domains that machines can be placed in.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>What has been done once and is not undone.</summary>
    public InfrastructureInitializationStatus? Initialization { get; init; }
}
