using Microsoft.Extensions.Logging;

namespace Slipway.Server.Watching;

/// <summary>What the watch cache tells operators.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(2100, LogLevel.Warning, "The stream of the store's changes was lost after revision {Revision}: all objects are read again, all watchers list again.")]
    public static partial void FeedLost(ILogger log, long revision);

    [LoggerMessage(2101, LogLevel.Error, "The store holds {Key}, which cannot be read and is not served: {Fault}")]
    public static partial void Unreadable(ILogger log, string key, string fault);

    [LoggerMessage(2102, LogLevel.Warning, "The store does not answer, so its objects cannot be read again; tried until it does: {Fault}")]
    public static partial void Silent(ILogger log, string fault);
}
