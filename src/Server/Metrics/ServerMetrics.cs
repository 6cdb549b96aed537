namespace Slipway.Server.Metrics;

/// <summary>All numbers of one server, under the names that dashboards for Kubernetes ask for.</summary>
internal sealed class ServerMetrics
{
    private readonly List<IMetric> _more = [];

    /// <summary>The numbers of requests.</summary>
    public RequestMetrics Requests { get; } = new();

    /// <summary>The numbers of admission webhooks.</summary>
    public WebhookMetrics Webhooks { get; } = new();

    /// <summary>Adds numbers; before the page is served only.</summary>
    /// <param name="metrics">The numbers.</param>
    public void Add(params IEnumerable<IMetric> metrics) => _more.AddRange(metrics);

    /// <summary>The page <c>/metrics</c>.</summary>
    public string Write()
    {
        var text = new MetricsText();
        foreach (var metric in Requests.All.Concat(Webhooks.All).Concat(_more).Concat(ProcessMetrics.All))
        {
            metric.Write(text);
        }

        return text.ToString();
    }
}
