using Microsoft.Extensions.Logging;

namespace Slipway.App.Management;

/// <summary>How a management plane is to run.</summary>
/// <param name="Directory">Where it lives.</param>
internal sealed record PlaneSettings(PlaneDirectory Directory)
{
    /// <summary>The store: <c>sqlite:PATH</c>, <c>etcd:URL</c> or <c>memory:</c>; null for the database in the directory.</summary>
    public string? Store { get; init; }

    /// <summary>The port on 127.0.0.1; 0 for the one it had before, or any.</summary>
    public int Port { get; init; }

    /// <summary>Whether simulated machines stand in for containers.</summary>
    public bool Simulate { get; init; }

    /// <summary>Who may reach it, what is written down, what is encrypted.</summary>
    public PlaneSecurity Security { get; init; } = new();

    /// <summary>Where it logs.</summary>
    public required ILoggerFactory Logs { get; init; }
}
