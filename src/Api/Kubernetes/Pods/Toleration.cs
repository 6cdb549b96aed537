namespace Slipway.Api.Kubernetes.Pods;

/// <summary>A taint that does not keep a pod away.</summary>
public sealed record Toleration
{
    /// <summary>The taint's key; none for all.</summary>
    public string? Key { get; init; }

    /// <summary><c>Exists</c> or <c>Equal</c>.</summary>
    public string? Operator { get; init; }

    /// <summary>The taint's value.</summary>
    public string? Value { get; init; }

    /// <summary>The taint's effect; none for all.</summary>
    public string? Effect { get; init; }

    /// <summary>How long it is tolerated, in seconds.</summary>
    public long? TolerationSeconds { get; init; }
}
