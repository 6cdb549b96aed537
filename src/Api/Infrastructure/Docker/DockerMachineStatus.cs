using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker machine status.</summary>
public sealed record DockerMachineStatus : IOmitEmpty
{
    /// <summary>The addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The deprecated.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domain.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>The initialization.</summary>
    public InfrastructureInitializationStatus? Initialization { get; init; }

    /// <summary>The load balancer configured.</summary>
    public bool? LoadBalancerConfigured { get; init; }
}
