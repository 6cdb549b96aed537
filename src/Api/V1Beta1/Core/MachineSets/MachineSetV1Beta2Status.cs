using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>The state in the words of v1beta2.</summary>
internal sealed record MachineSetV1Beta2Status
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines are of the newest template.</summary>
    public int? UpToDateReplicas { get; init; }
}
