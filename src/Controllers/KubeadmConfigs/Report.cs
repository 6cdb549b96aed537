using Slipway.Api.Bootstrap;
using Slipway.Api.Conditions;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>The status of a KubeadmConfig; one function for each condition.</summary>
internal static class Report
{
    private static readonly SummaryRules ReadyRules = new()
    {
        Types = [ConditionTypes.CertificatesAvailable, ConditionTypes.DataSecretAvailable],
        OptionalTypes = [ConditionTypes.CertificatesAvailable],
        Reasons = new MergeReasons(Reasons.NotReady, Reasons.ReadyUnknown, Reasons.Ready),
    };

    /// <summary>The status after a pass.</summary>
    /// <param name="outcome">What came of the plan.</param>
    /// <param name="paused">Whether the object is left alone.</param>
    /// <param name="now">The present time.</param>
    public static KubeadmConfigStatus Make(Outcome outcome, Condition paused, DateTimeOffset now)
    {
        var status = outcome.Config.Status;
        var generation = outcome.Config.Metadata.Generation;
        var conditions = status.Conditions.With([Certificates(outcome), Data(outcome), paused], now, generation);
        conditions = ConditionSet.Set(conditions, ConditionSummary.Of(ConditionTypes.Ready, conditions, ReadyRules), now, generation);
        return status with
        {
            Conditions = conditions,
            ObservedGeneration = generation > 0 ? generation : null,
            DataSecretName = outcome.DataSecret.Length > 0 ? outcome.DataSecret : status.DataSecretName,
            Initialization = outcome.DataSecret.Length > 0 ? new KubeadmConfigInitializationStatus { DataSecretCreated = true } : status.Initialization,
        };
    }

    private static Condition? Certificates(Outcome outcome) => outcome.CertificateProblem switch
    {
        null => null,
        "" => Facts.True(ConditionTypes.CertificatesAvailable, Reasons.Available),
        var problem => Facts.Unknown(ConditionTypes.CertificatesAvailable, Reasons.InternalError, problem),
    };

    private static Condition Data(Outcome outcome) => outcome.DataSecret.Length > 0
        ? Facts.True(ConditionTypes.DataSecretAvailable, Reasons.Available)
        : Facts.False(ConditionTypes.DataSecretAvailable, Reasons.NotAvailable, outcome.Problem);
}
