using Microsoft.Extensions.Logging;

namespace Slipway.Runtime.Controllers;

/// <summary>What controllers and their host log.</summary>
internal static partial class ControllerLog
{
    [LoggerMessage(3020, LogLevel.Debug, "{Controller} works on {Type} with {Workers} workers")]
    public static partial void Started(this ILogger log, string controller, string type, int workers);

    [LoggerMessage(3021, LogLevel.Debug, "{Controller} watches {Type} from now on")]
    public static partial void WatchAdded(this ILogger log, string controller, string type);

    [LoggerMessage(3022, LogLevel.Debug, "{Controller} looks at {Key} again after {Delay}: {Reason}")]
    public static partial void Delayed(this ILogger log, string controller, string key, TimeSpan delay, string reason);

    [LoggerMessage(3023, LogLevel.Error, "{Controller} leaves {Key} alone until something changes")]
    public static partial void Stuck(this ILogger log, Exception exception, string controller, string key);

    [LoggerMessage(3024, LogLevel.Debug, "{Controller} wrote {Key} from an old state and looks again after {Delay}: {Message}")]
    public static partial void Conflicted(this ILogger log, string controller, string key, TimeSpan delay, string message);

    [LoggerMessage(3025, LogLevel.Warning, "{Controller} failed on {Key} and tries again after {Delay}")]
    public static partial void PassFailed(this ILogger log, Exception exception, string controller, string key, TimeSpan delay);

    [LoggerMessage(3026, LogLevel.Critical, "The loop {Loop} ended in a failure; it starts again after {Delay}")]
    public static partial void LoopFailed(this ILogger log, Exception exception, string loop, TimeSpan delay);
}
