namespace Slipway.Providers.Dev;

/// <summary>What provides machines.</summary>
internal enum BackendKind
{
    /// <summary>Containers of a Docker Engine.</summary>
    Docker,

    /// <summary>Simulated machines of this process.</summary>
    InMemory,
}
