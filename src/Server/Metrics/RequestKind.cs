namespace Slipway.Server.Metrics;

/// <summary>What a request does to the server.</summary>
internal enum RequestKind
{
    /// <summary>It reads.</summary>
    Reading,

    /// <summary>It changes.</summary>
    Changing,

    /// <summary>It stands as long as its client wants.</summary>
    LongRunning,
}
