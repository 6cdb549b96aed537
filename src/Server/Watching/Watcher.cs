using System.Threading.Channels;

namespace Slipway.Server.Watching;

/// <summary>
/// One who watches a kind: a bounded queue that the cache writes without ever waiting. Whoever does not keep up is dropped:
/// the queue ends, and the watcher must list again.
/// </summary>
internal sealed class Watcher : IDisposable
{
    private const int Capacity = 2048;

    private readonly KindCache _kind;
    private readonly Channel<Signal> _channel = Channel.CreateBounded<Signal>(new BoundedChannelOptions(Capacity)
    {
        SingleReader = true,
    });

    /// <summary>Makes a watcher; <see cref="KindCache"/> alone does.</summary>
    /// <param name="kind">What it watches.</param>
    /// <param name="namespace">Only objects of this namespace; empty for all.</param>
    /// <param name="bookmarks">Whether bookmarks are welcome.</param>
    internal Watcher(KindCache kind, string @namespace, bool bookmarks)
    {
        _kind = kind;
        Namespace = @namespace;
        Bookmarks = bookmarks;
    }

    /// <summary>Only objects of this namespace are told of; empty for all.</summary>
    public string Namespace { get; }

    /// <summary>Whether bookmarks are welcome.</summary>
    public bool Bookmarks { get; }

    /// <summary>The changes, in order; ends when the watcher was too slow or the kind is no longer served so.</summary>
    public ChannelReader<Signal> Signals => _channel.Reader;

    /// <summary>Tells of something.</summary>
    /// <param name="signal">The news.</param>
    /// <returns>Whether there was room.</returns>
    internal bool Tell(Signal signal) => _channel.Writer.TryWrite(signal);

    /// <summary>Tells that everything up to a revision was told.</summary>
    /// <param name="revision">The revision.</param>
    internal void Bookmark(long revision) => _kind.Bookmark(this, revision);

    /// <summary>Ends the queue; what is in it is still read.</summary>
    internal bool End() => _channel.Writer.TryComplete();

    /// <summary>No longer watches.</summary>
    public void Dispose()
    {
        _kind.Remove(this);
        End();
    }
}
