namespace Slipway.Api.Core.Shared;

/// <summary>The V1 beta1 conditions deprecated status.</summary>
public sealed record V1Beta1ConditionsDeprecatedStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];
}
