using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>The state in the words of v1beta2.</summary>
internal sealed record MachineV1Beta2Status
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];
}
