namespace Slipway.Conformance.Support;

/// <summary>The server that most tests use: started by the first, ended with the run.</summary>
public sealed class SharedCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<Cluster>> Instance = new(() => Cluster.StartAsync());

    /// <summary>The server.</summary>
    public static Task<Cluster> GetAsync() => Instance.Value;

    /// <summary>The server where it is started, or null.</summary>
    public static Cluster? Started => Instance is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Instance.Value.Result : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Instance.IsValueCreated)
        {
            await (await Instance.Value).DisposeAsync();
        }
    }
}
