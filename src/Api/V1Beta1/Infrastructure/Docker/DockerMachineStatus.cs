using Slipway.Api.Core.Shared;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker machine status.</summary>
internal sealed record DockerMachineStatus
{
    /// <summary>The addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The load balancer configured.</summary>
    public bool? LoadBalancerConfigured { get; init; }

    /// <summary>The ready.</summary>
    public bool? Ready { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
