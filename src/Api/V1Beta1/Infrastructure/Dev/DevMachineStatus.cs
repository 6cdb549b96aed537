using Slipway.Api.Core.Shared;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev machine status.</summary>
internal sealed record DevMachineStatus
{
    /// <summary>The addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The ready.</summary>
    public bool? Ready { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
