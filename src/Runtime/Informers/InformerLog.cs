using Microsoft.Extensions.Logging;

namespace Slipway.Runtime.Informers;

/// <summary>What informers log.</summary>
internal static partial class InformerLog
{
    [LoggerMessage(3000, LogLevel.Debug, "Listed {Type}: {Count} objects at revision {Revision}")]
    public static partial void Listed(this ILogger log, string type, int count, long revision);

    [LoggerMessage(3001, LogLevel.Debug, "The watch of {Type} expired at revision {Revision}; listing afresh")]
    public static partial void Expired(this ILogger log, string type, long revision);

    [LoggerMessage(3002, LogLevel.Warning, "Following {Type} failed while {State}; trying again in {Wait}")]
    public static partial void Failed(this ILogger log, Exception exception, string type, InformerState state, TimeSpan wait);

    [LoggerMessage(3007, LogLevel.Warning, "Following {Type} was refused while {State}: {Reason}; trying again in {Wait}")]
    public static partial void Refused(this ILogger log, string type, InformerState state, string reason, TimeSpan wait);

    [LoggerMessage(EventId = 3003, Message = "{Type} is not served (yet); looking again in {Wait}")]
    public static partial void NotServed(this ILogger log, LogLevel level, string type, TimeSpan wait);

    [LoggerMessage(3004, LogLevel.Error, "A subscriber to {Type} failed on {Key}; the change is lost to it")]
    public static partial void SubscriberFailed(this ILogger log, Exception exception, string type, string key);

    [LoggerMessage(3005, LogLevel.Warning, "The snapshot of {Type} at revision {Revision} did not show our own write at {Wanted} within {Limit}; listing afresh")]
    public static partial void Behind(this ILogger log, string type, long revision, long wanted, TimeSpan limit);
}
