using Microsoft.Extensions.Logging;

namespace Slipway.Controllers.Workloads;

/// <summary>What is logged of connections to workload clusters.</summary>
internal static partial class WorkloadLog
{
    [LoggerMessage(4100, LogLevel.Information, "Connected to the workload cluster {Cluster} at {Server}")]
    public static partial void Connected(this ILogger log, string cluster, string server);

    [LoggerMessage(4101, LogLevel.Information, "No connection to the workload cluster {Cluster}: {Message}")]
    public static partial void NotConnected(this ILogger log, string cluster, string message);

    [LoggerMessage(4102, LogLevel.Warning, "Lost the connection to the workload cluster {Cluster}: {Message}")]
    public static partial void Lost(this ILogger log, string cluster, string message);

    [LoggerMessage(4103, LogLevel.Information, "The workload cluster {Cluster} is forgotten")]
    public static partial void Forgotten(this ILogger log, string cluster);
}
