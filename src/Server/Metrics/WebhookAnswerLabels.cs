namespace Slipway.Server.Metrics;

/// <summary>How the question to a webhook ended.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Type"><c>admit</c> where it may change objects, else <c>validating</c>.</param>
/// <param name="Operation">The operation in capitals.</param>
/// <param name="Code">The HTTP status: that of a refusal, or of the answer that could not be used; 200 where all is well.</param>
/// <param name="ErrorType"><c>no_error</c>, <c>calling_webhook_error</c> or <c>apiserver_internal_error</c>.</param>
internal readonly record struct WebhookAnswerLabels(string Name, string Type, string Operation, int Code, string ErrorType) : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text) => text
        .Label("error_type", ErrorType ?? "").Label("name", Name ?? "").Label("operation", Operation ?? "")
        .Label("rejection_code", Code.ToString()).Label("type", Type ?? "");
}
