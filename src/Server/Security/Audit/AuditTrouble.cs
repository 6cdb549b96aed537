using Microsoft.Extensions.Logging;

namespace Slipway.Server.Security.Audit;

/// <summary>What the audit log tells operators. Event ids 2300-2309.</summary>
internal static partial class AuditTrouble
{
    /// <summary>Lines are lost.</summary>
    [LoggerMessage(2300, LogLevel.Error, "The audit log cannot be written, requests go on without it: {Fault}")]
    public static partial void CannotWrite(ILogger log, string fault);
}
