using Slipway.Api.Core.Shared;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The state in the words of v1beta1.</summary>
public sealed record MachineDeploymentV1Beta1DeprecatedStatus
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines are missing to the number wanted, counted as v1beta1 does.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>How many machines are of the newest template, counted as v1beta1 does.</summary>
    public int? UpdatedReplicas { get; init; }
}
