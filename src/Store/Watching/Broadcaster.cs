using System.Threading.Channels;

namespace Slipway.Store.Watching;

/// <summary>
/// One stream in, many bounded streams out. A reader whose buffer is full is dropped and told so; nobody waits for it.
/// Publishing and subscribing are ordered by one lock, so that a subscriber misses nothing after its first revision.
/// </summary>
internal sealed class Broadcaster
{
    private const int BufferedEvents = 16 * 1024;
    private readonly Lock _lock = new();
    private readonly List<Subscription> _subscriptions = [];
    private long _revision;
    private bool _closed;

    /// <summary>Begins at a revision.</summary>
    /// <param name="revision">The newest revision published so far.</param>
    public Broadcaster(long revision) => _revision = revision;

    /// <summary>Hands out changes in the order of their revisions.</summary>
    /// <param name="events">The changes of one commit.</param>
    public void Publish(IReadOnlyList<StoreEvent> events)
    {
        lock (_lock)
        {
            for (var at = _subscriptions.Count - 1; at >= 0; at--)
            {
                if (!_subscriptions[at].Offer(events))
                {
                    _subscriptions.RemoveAt(at);
                }
            }

            _revision = events[^1].Revision;
        }
    }

    /// <summary>Begins to buffer changes under a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    public Subscription Subscribe(string prefix)
    {
        lock (_lock)
        {
            var subscription = new Subscription(this, prefix, _revision);
            if (_closed)
            {
                subscription.Complete();
            }
            else
            {
                _subscriptions.Add(subscription);
            }

            return subscription;
        }
    }

    /// <summary>Goes on from a later revision: changes up to there were missed, and all readers are told so.</summary>
    /// <param name="revision">The revision.</param>
    public void Restart(long revision)
    {
        lock (_lock)
        {
            _subscriptions.ForEach(s => s.Drop());
            _subscriptions.Clear();
            _revision = revision;
        }
    }

    /// <summary>Ends all streams.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _subscriptions.ForEach(s => s.Complete());
            _subscriptions.Clear();
        }
    }

    /// <summary>One reader's stream.</summary>
    internal sealed class Subscription : IDisposable
    {
        private readonly Broadcaster _owner;
        private readonly string _prefix;

        private readonly Channel<StoreEvent> _buffer = Channel.CreateBounded<StoreEvent>(
            new BoundedChannelOptions(BufferedEvents) { SingleReader = true, SingleWriter = true });

        internal Subscription(Broadcaster owner, string prefix, long revision)
        {
            _owner = owner;
            _prefix = prefix;
            Begin = revision;
        }

        /// <summary>The stream holds every change after this revision.</summary>
        public long Begin { get; }

        /// <summary>Whether the reader was dropped for being slow.</summary>
        public bool Lagged { get; private set; }

        /// <summary>The stream.</summary>
        public ChannelReader<StoreEvent> Events => _buffer.Reader;

        /// <summary>Ends the stream.</summary>
        public void Dispose()
        {
            lock (_owner._lock)
            {
                _owner._subscriptions.Remove(this);
            }
        }

        internal void Complete() => _buffer.Writer.TryComplete();

        internal void Drop()
        {
            Lagged = true;
            Complete();
        }

        internal bool Offer(IReadOnlyList<StoreEvent> events)
        {
            for (var at = 0; at < events.Count; at++)
            {
                if (IsWanted(events[at]) && !_buffer.Writer.TryWrite(events[at]))
                {
                    Drop();
                    return false;
                }
            }

            return true;
        }

        private bool IsWanted(StoreEvent change) =>
            change.Kind == StoreEventKind.Progress || change.Key.StartsWith(_prefix, StringComparison.Ordinal);
    }
}
