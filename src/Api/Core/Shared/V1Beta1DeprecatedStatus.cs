using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The V1 beta1 deprecated status.</summary>
public sealed record V1Beta1DeprecatedStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }
}
