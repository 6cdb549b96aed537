using Microsoft.Extensions.Logging;

namespace Slipway.Server.Admission.Policies;

/// <summary>What policies tell operators. Event ids 2310-2319.</summary>
internal static partial class PolicyLog
{
    /// <summary>A stored policy or binding cannot be read.</summary>
    [LoggerMessage(2310, LogLevel.Error, "The admission policy or binding {Name} cannot be read, so it does not hold: {Fault}")]
    public static partial void Unreadable(ILogger log, string name, string fault);
}
