using System.Collections.Concurrent;

namespace Slipway.Machinery.Pki;

/// <summary>
/// Keeps a few keys of the costly kinds ready, of each kind only after the first one was asked for. Each key is handed
/// out once; when none is ready, one is made on demand. The owner runs <see cref="RunAsync"/> and awaits it; without
/// it every key is made on demand. Safe for concurrent use.
/// </summary>
/// <param name="size">How many keys of each RSA kind to keep ready; elliptic-curve keys cost too little to be kept.</param>
public sealed class KeyPool(int size = 2) : IKeySource, IDisposable
{
    private readonly ConcurrentDictionary<KeyAlgorithm, ConcurrentQueue<PrivateKey>> _ready = [];
    private readonly SemaphoreSlim _taken = new(0);

    /// <summary>How many keys of a kind are ready.</summary>
    /// <param name="algorithm">The kind of key.</param>
    public int Ready(KeyAlgorithm algorithm) => _ready.TryGetValue(algorithm, out var queue) ? queue.Count : 0;

    /// <inheritdoc/>
    public ValueTask<PrivateKey> NextAsync(KeyAlgorithm algorithm, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (algorithm is KeyAlgorithm.EcdsaP256 or KeyAlgorithm.EcdsaP384)
        {
            return new(PrivateKey.Generate(algorithm));
        }

        var isReady = _ready.GetOrAdd(algorithm, static _ => new()).TryDequeue(out var key);
        _taken.Release();
        // Not on the caller's thread: it may be one that others wait for.
        return isReady ? new(key!) : new(Task.Run(() => PrivateKey.Generate(algorithm), cancellation));
    }

    /// <summary>Makes keys, one at a time, whenever fewer than wanted are ready.</summary>
    /// <param name="cancellation">Ends the work.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _taken.WaitAsync(cancellation);
            foreach (var (algorithm, queue) in _ready)
            {
                while (queue.Count < size)
                {
                    queue.Enqueue(await Task.Run(() => PrivateKey.Generate(algorithm), cancellation));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _taken.Dispose();
}
