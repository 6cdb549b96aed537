using Microsoft.Extensions.Logging;

namespace Slipway.Server.Http;

/// <summary>What requests tell operators. Event ids 2100-2109.</summary>
internal static partial class HttpLog
{
    /// <summary>A request failed by a fault of the server.</summary>
    [LoggerMessage(2100, LogLevel.Error, "The request {Method} {Path} failed by a fault of the server (audit id {AuditId})")]
    public static partial void RequestFailed(ILogger logger, Exception fault, string method, string path, string auditId);

    /// <summary>An answer broke off after its beginning was sent.</summary>
    [LoggerMessage(2101, LogLevel.Error, "The answer to {Method} {Path} broke off after its beginning was sent (audit id {AuditId})")]
    public static partial void AnswerBrokeOff(ILogger logger, Exception fault, string method, string path, string auditId);
}
