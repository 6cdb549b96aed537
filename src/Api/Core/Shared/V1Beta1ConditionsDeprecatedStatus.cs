namespace Slipway.Api.Core.Shared;

/// <summary>The state in the words of v1beta1.</summary>
public sealed record V1Beta1ConditionsDeprecatedStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];
}
