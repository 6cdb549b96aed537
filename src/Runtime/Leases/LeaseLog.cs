using Microsoft.Extensions.Logging;

namespace Slipway.Runtime.Leases;

/// <summary>What leader election logs.</summary>
internal static partial class LeaseLog
{
    [LoggerMessage(3060, LogLevel.Information, "{Identity} leads: it holds the lease {Lease}")]
    public static partial void Leading(this ILogger log, string lease, string identity);

    [LoggerMessage(3061, LogLevel.Information, "{Identity} no longer leads by the lease {Lease}")]
    public static partial void NotLeading(this ILogger log, string lease, string identity);

    [LoggerMessage(3062, LogLevel.Error, "{Identity} could not renew the lease {Lease} within {Limit} or lost it to another; its controllers stop")]
    public static partial void Lost(this ILogger log, string lease, string identity, TimeSpan limit);

    [LoggerMessage(3063, LogLevel.Warning, "{Identity} could not read or write the lease {Lease}")]
    public static partial void TryFailed(this ILogger log, Exception exception, string lease, string identity);
}
