using Slipway.Api.Bootstrap;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>What came of a plan, for the status.</summary>
/// <param name="Config">The KubeadmConfig, as it is after the writes.</param>
/// <param name="DataSecret">The name of the Secret with the bootstrap data; empty while there is none.</param>
/// <param name="Problem">Why there is none, as a sentence; empty where there is.</param>
internal sealed record Outcome(KubeadmConfig Config, string DataSecret, string Problem)
{
    /// <summary>What is wrong with the certificates; empty for nothing, null where nobody looked.</summary>
    public string? CertificateProblem { get; init; }

    /// <summary>When to look again where no event tells; null for never.</summary>
    public TimeSpan? LookAgain { get; init; }
}
