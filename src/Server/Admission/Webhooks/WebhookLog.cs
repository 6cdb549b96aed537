using Microsoft.Extensions.Logging;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What webhooks tell operators. Event ids 2300-2309.</summary>
internal static partial class WebhookLog
{
    /// <summary>A webhook could not be asked, and the write went on.</summary>
    [LoggerMessage(2300, LogLevel.Warning, "The webhook {Webhook} of {Configuration} could not be asked and is passed over, as its failure policy says: {Fault}")]
    public static partial void PassedOver(ILogger log, string webhook, string configuration, string fault);

    /// <summary>A stored configuration cannot be read.</summary>
    [LoggerMessage(2301, LogLevel.Error, "The webhook configuration {Configuration} cannot be read, so none of its webhooks is asked: {Fault}")]
    public static partial void Unreadable(ILogger log, string configuration, string fault);
}
