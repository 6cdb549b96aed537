using Slipway.Api.Core.Shared;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>How far the container is.</summary>
internal sealed record DockerMachineStatus
{
    /// <summary>Where the machine can be reached.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Whether the load balancer knows the machine.</summary>
    public bool? LoadBalancerConfigured { get; init; }

    /// <summary>Whether the object has once been complete.</summary>
    public bool? Ready { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
