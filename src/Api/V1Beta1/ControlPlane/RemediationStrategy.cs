namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>How unhealthy machines are replaced.</summary>
internal sealed record RemediationStrategy
{
    /// <summary>How often a replacement that fails is tried again; without end where absent.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>After how long a failure counts as a new one, as in "1h"; one hour where absent.</summary>
    public string? MinHealthyPeriod { get; init; }

    /// <summary>How long to wait between two tries, as in "5m"; not at all where absent.</summary>
    public string? RetryPeriod { get; init; }
}
