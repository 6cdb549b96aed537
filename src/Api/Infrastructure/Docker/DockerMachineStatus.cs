using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>How far the container is.</summary>
public sealed record DockerMachineStatus : IOmitEmpty
{
    /// <summary>Where the machine can be reached.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domain that the machine is in.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>What has been done once and is not undone.</summary>
    public InfrastructureInitializationStatus? Initialization { get; init; }

    /// <summary>Whether the load balancer knows the machine.</summary>
    public bool? LoadBalancerConfigured { get; init; }
}
