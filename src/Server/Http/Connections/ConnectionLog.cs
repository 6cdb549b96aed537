using Microsoft.Extensions.Logging;

namespace Slipway.Server.Http.Connections;

/// <summary>What connections tell operators. Event ids 2110-2119.</summary>
internal static partial class ConnectionLog
{
    /// <summary>A client certificate was refused.</summary>
    [LoggerMessage(2110, LogLevel.Information, "The client certificate of {Subject} was refused: {Cause}")]
    public static partial void CertificateRefused(ILogger logger, string subject, string cause);

    /// <summary>A TLS handshake failed.</summary>
    [LoggerMessage(2111, LogLevel.Debug, "The TLS handshake with {Remote} failed: {Cause}")]
    public static partial void HandshakeFailed(ILogger logger, string remote, string cause);
}
