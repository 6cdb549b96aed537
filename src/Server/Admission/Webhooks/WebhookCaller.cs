using Microsoft.Extensions.Logging;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Callouts;
using Slipway.Server.Failures;
using Slipway.Server.Metrics;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>Asks one webhook, and does what its failure policy says where it cannot be asked.</summary>
/// <param name="clients">What it is asked through.</param>
/// <param name="variables">What match conditions see.</param>
/// <param name="random">Ids of questions.</param>
/// <param name="metrics">Where questions are counted.</param>
/// <param name="log">Where those that are passed over are told.</param>
internal sealed class WebhookCaller(CalloutClients clients, RequestVariables variables, RandomSource random, WebhookMetrics metrics, ILogger log)
{
    /// <summary>Asks a webhook that wants to see a write.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="version">The version that it wants.</param>
    /// <param name="subject">The write.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The question and the answer, which allows the write; null where the webhook does not want to see it after all, or is passed over.</returns>
    /// <exception cref="ApiException">The webhook refuses the write, or cannot be asked.</exception>
    public async ValueTask<(ReviewRequest Request, ReviewAnswer Answer)?> AskAsync(
        Webhook webhook, ResourceVersion version, WebhookSubject subject, CancellationToken cancellation)
    {
        var request = ReviewRequest.Of(subject, version, random.NextUid());
        var fault = "";
        if (!webhook.Conditions.IsEmpty && !webhook.Conditions.Hold(variables.Of(subject, request), out fault))
        {
            if (fault.Length > 0 && !webhook.IgnoresFailure)
            {
                throw Refuse.Forbidden(subject.Definition.Kind.Group, subject.Definition.Plural, subject.Name, fault);
            }

            return null;
        }

        if (subject.DryRun && !webhook.TakesDryRun)
        {
            throw Refuse.BadRequest($"admission webhook \"{webhook.Name}\" does not support dry run");
        }

        var began = clients.Clock.GetTimestamp();
        var answer = await AnswerAsync(webhook, request, subject, cancellation);
        var labels = Labels(webhook, subject) with { Rejected = answer?.IsAllowed == false };
        metrics.Asked(labels, clients.Clock.GetElapsedTime(began));
        if (answer is null)
        {
            return null;
        }

        if (answer.IsAllowed)
        {
            return (request, answer);
        }

        var refusal = RefusalOf(webhook, answer);
        metrics.Rejected(new(webhook.Name, labels.Type, labels.Operation, refusal.Code, "no_error"));
        throw refusal;
    }

    private static ApiException RefusalOf(Webhook webhook, ReviewAnswer answer)
    {
        var said = answer.Refusal ?? new Status();
        var why = said.Message is { Length: > 0 } message ? $": {message}"
            : said.Reason is { Length: > 0 } reason ? $": {reason}"
            : " without explanation";
        return new ApiException(said with
        {
            Outcome = "Failure",
            Code = said.Code is >= 400 ? said.Code : 400,
            Message = $"admission webhook \"{webhook.Name}\" denied the request{why}",
        })
        {
            Warnings = answer.Warnings,
        };
    }

    private static WebhookLabels Labels(Webhook webhook, WebhookSubject subject) =>
        new(webhook.Name, webhook.Mutates ? "admit" : "validating", WebhookRule.Name(subject.Operation), Rejected: false);

    private async ValueTask<ReviewAnswer?> AnswerAsync(
        Webhook webhook, ReviewRequest request, WebhookSubject subject, CancellationToken cancellation)
    {
        try
        {
            var body = await PostAsync(webhook, request, cancellation);
            try
            {
                return ReviewAnswer.Read(webhook, request.Uid, body);
            }
            catch (CalloutException e)
            {
                throw new CalloutException($"received invalid webhook response: {e.Message}", e);
            }
        }
        catch (CalloutException e)
        {
            var labels = Labels(webhook, subject);
            if (webhook.IgnoresFailure)
            {
                metrics.PassedOver(labels);
                WebhookLog.PassedOver(log, webhook.Name, webhook.Configuration, e.Message);
                return null;
            }

            metrics.Rejected(new(webhook.Name, labels.Type, labels.Operation, e.Code, "calling_webhook_error"));
            throw Refuse.Internal($"failed calling webhook \"{webhook.Name}\": {e.Message}");
        }
    }

    private async ValueTask<byte[]> PostAsync(Webhook webhook, ReviewRequest request, CancellationToken cancellation)
    {
        try
        {
            return await clients.PostAsync(webhook.Address, request.Write(webhook.ReviewVersion), webhook.Timeout, cancellation);
        }
        catch (CalloutException e)
        {
            throw new CalloutException($"failed to call webhook: {e.Message}", e) { Code = e.Code };
        }
    }
}
