namespace Slipway.Server.Metrics;

/// <summary>Which webhook was asked about what, and how that ended.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Type"><c>admit</c> where it may change objects, else <c>validating</c>.</param>
/// <param name="Operation">The operation in capitals.</param>
/// <param name="Rejected">Whether the write was refused.</param>
internal readonly record struct WebhookLabels(string Name, string Type, string Operation, bool Rejected) : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text) => text
        .Label("name", Name ?? "").Label("operation", Operation ?? "").Label("rejected", Rejected ? "true" : "false").Label("type", Type ?? "");
}
