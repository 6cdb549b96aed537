using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap;

/// <summary>The state in the words of v1beta1.</summary>
public sealed record KubeadmConfigV1Beta1DeprecatedStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureReason { get; init; }
}
