using Microsoft.Extensions.Logging;

namespace Slipway.Runtime.Events;

/// <summary>What the event recorder logs.</summary>
internal static partial class EventLog
{
    [LoggerMessage(3080, LogLevel.Debug, "The event {Reason} on {Key} could not be written")]
    public static partial void NotWritten(this ILogger log, Exception exception, string reason, string key);
}
