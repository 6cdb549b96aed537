namespace Slipway.Server.Metrics;

/// <summary>The numbers of admission webhooks.</summary>
internal sealed class WebhookMetrics
{
    private static readonly double[] Bounds = [0.005, 0.025, 0.1, 0.5, 1.0, 2.5, 10, 25];

    private readonly Histograms<WebhookLabels> _durations = new(
        "apiserver_admission_webhook_admission_duration_seconds", "How long admission webhooks take, by name.", Bounds);

    private readonly Counters<WebhookLabels> _requests = new(
        "apiserver_admission_webhook_request_total", "How often admission webhooks were asked, by name.");

    private readonly Counters<WebhookAnswerLabels> _rejections = new(
        "apiserver_admission_webhook_rejection_count", "Writes that ended because of a webhook, by name and by whose fault it was.");

    private readonly Counters<WebhookLabels> _passedOver = new(
        "apiserver_admission_webhook_fail_open_count", "Writes that went on though a webhook could not be asked, by name.");

    /// <summary>The families.</summary>
    public IEnumerable<IMetric> All => [_durations, _requests, _rejections, _passedOver];

    /// <summary>Counts a question.</summary>
    /// <param name="labels">Who was asked, and how it ended.</param>
    /// <param name="duration">How long it took.</param>
    public void Asked(WebhookLabels labels, TimeSpan duration)
    {
        _requests.Add(labels);
        _durations.Record(labels, duration.TotalSeconds);
    }

    /// <summary>Counts a write that ended because of a webhook.</summary>
    /// <param name="labels">Why.</param>
    public void Rejected(WebhookAnswerLabels labels) => _rejections.Add(labels);

    /// <summary>Counts a write that went on though a webhook could not be asked.</summary>
    /// <param name="labels">Who could not be asked.</param>
    public void PassedOver(WebhookLabels labels) => _passedOver.Add(labels);
}
