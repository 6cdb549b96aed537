using System.Threading.Channels;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Unit.Runtime.Controllers;

/// <summary>A reconciler that says which keys came, and does what a test wants.</summary>
internal sealed class Recorder(Func<ObjectKey, CancellationToken, ValueTask<ReconcileResult>>? work = null) : IReconciler
{
    private readonly Channel<ObjectKey> _passes = Channel.CreateUnbounded<ObjectKey>();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _count);
        try
        {
            return work is null ? ReconcileResult.Done : await work(key, cancellation);
        }
        finally
        {
            _passes.Writer.TryWrite(key);
        }
    }

    /// <summary>The name of the object of the next pass that ended.</summary>
    public async Task<string> NextAsync() =>
        (await _passes.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Name;
}
