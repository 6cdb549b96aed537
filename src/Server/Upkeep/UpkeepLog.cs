using Microsoft.Extensions.Logging;

namespace Slipway.Server.Upkeep;

/// <summary>What the upkeep tells operators.</summary>
internal static partial class UpkeepLog
{
    [LoggerMessage(2200, LogLevel.Warning, "{Chore} of {Subject} failed and is tried again in {Wait}.")]
    public static partial void Failed(ILogger log, string chore, string subject, TimeSpan wait, Exception fault);
}
