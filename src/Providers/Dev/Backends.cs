namespace Slipway.Providers.Dev;

/// <summary>Who provides which machines.</summary>
/// <param name="Docker">Serves the docker backend.</param>
/// <param name="InMemory">Serves the in-memory backend.</param>
internal sealed record Backends(IBackend Docker, IBackend InMemory)
{
    /// <summary>The one of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public IBackend Of(BackendKind kind) => kind == BackendKind.Docker ? Docker : InMemory;
}
