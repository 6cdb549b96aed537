using Microsoft.Extensions.Logging;

namespace Slipway.Server.Http.Streams;

/// <summary>What port forwarding tells operators. Event ids 2120-2129.</summary>
internal static partial class PortForwardLog
{
    /// <summary>A connection into a pod failed.</summary>
    [LoggerMessage(2120, LogLevel.Information, "The connection to port {Port} of pod {Namespace}/{Pod} failed: {Cause}")]
    public static partial void Failed(ILogger logger, int port, string @namespace, string pod, string cause);
}
