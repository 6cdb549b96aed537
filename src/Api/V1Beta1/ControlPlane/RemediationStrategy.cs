namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The remediation strategy.</summary>
internal sealed record RemediationStrategy
{
    /// <summary>The max retry.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>The min healthy period.</summary>
    public string? MinHealthyPeriod { get; init; }

    /// <summary>The retry period.</summary>
    public string? RetryPeriod { get; init; }
}
