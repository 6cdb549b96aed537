using System.Diagnostics.CodeAnalysis;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Queues;

/// <summary>
/// Keys to be worked on: each is there at most once, is given to one worker at a time, and comes once more if it was added
/// while it was worked on. First come, first served. Keys may be added for later; one timer stands for the nearest of
/// them. Safe for concurrent use; its size is bounded by the number of different keys.
/// </summary>
/// <param name="time">The clock of delays.</param>
public sealed class WorkQueue(TimeProvider time) : IDisposable
{
    /// <summary>The wait after the first failure; it doubles with each further one.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest wait after a failure.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(1000);

    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly Dictionary<ObjectKey, Entry> _entries = [];
    private readonly Queue<Entry> _ready = [];
    private readonly PriorityQueue<(Entry Entry, long Due), long> _later = new();
    private readonly SemaphoreSlim _available = new(0);
    private ITimer? _timer;
    private long _timerDue = long.MaxValue;
    private long _adds;
    private long _retries;
    private int _working;
    private bool _disposed;

    /// <summary>How many keys wait for a worker now.</summary>
    public int Depth
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count;
            }
        }
    }

    /// <summary>How many keys are worked on now.</summary>
    public int Working
    {
        get
        {
            lock (_gate)
            {
                return _working;
            }
        }
    }

    /// <summary>How often a key came to wait for a worker.</summary>
    public long Adds => Interlocked.Read(ref _adds);

    /// <summary>How often a key was put back after a failure.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>The keys that were added for later, with what they wait for, the nearest first.</summary>
    public IReadOnlyList<DelayedKey> Delayed
    {
        get
        {
            lock (_gate)
            {
                var origin = time.GetUtcNow().AddTicks(-Now());
                return [.. _entries.Values.Where(e => e.Due != long.MaxValue).OrderBy(e => e.Due)
                    .Select(e => new DelayedKey(e.Key, origin.AddTicks(e.Due), e.Reason))];
            }
        }
    }

    /// <summary>How many requests for later are held, void ones included.</summary>
    internal int Lines => _later.Count;

    /// <summary>Adds a key for now.</summary>
    /// <param name="key">The key.</param>
    public void Add(ObjectKey key)
    {
        lock (_gate)
        {
            AddNow(Find(key));
        }
    }

    /// <summary>
    /// Adds a key for later. Of several such requests the earliest counts; all are forgotten when the key is next taken,
    /// for whoever works on it then decides anew.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="delay">From now.</param>
    /// <param name="reason">What it waits for, for people.</param>
    public void AddAfter(ObjectKey key, TimeSpan delay, string reason)
    {
        lock (_gate)
        {
            var entry = Find(key);
            if (delay <= TimeSpan.Zero)
            {
                AddNow(entry);
            }
            else
            {
                Delay(entry, delay, reason);
            }
        }
    }

    /// <summary>Adds a key for later because of a failure: after 5 ms, doubled with each failure in a row, at most 1000 s.</summary>
    /// <param name="key">The key.</param>
    /// <param name="reason">What failed, for people.</param>
    /// <returns>The wait.</returns>
    public TimeSpan Retry(ObjectKey key, string reason)
    {
        lock (_gate)
        {
            var entry = Find(key);
            var wait = TimeSpan.FromMilliseconds(Math.Min(
                FirstRetry.TotalMilliseconds * Math.Pow(2, entry.Failures), LongestRetry.TotalMilliseconds));
            entry.Failures = Math.Min(entry.Failures + 1, 60);
            Interlocked.Increment(ref _retries);
            Delay(entry, wait, reason);
            return wait;
        }
    }

    /// <summary>Forgets the failures of a key.</summary>
    /// <param name="key">The key.</param>
    public void Forget(ObjectKey key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                entry.Failures = 0;
                DropIfIdle(entry);
            }
        }
    }

    /// <summary>Waits for a key and takes it; nobody else is given it before <see cref="Done"/>.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<ObjectKey> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _available.WaitAsync(cancellation);
            if (TryTake(out var key))
            {
                return key;
            }
        }
    }

    /// <summary>Takes a key if one waits.</summary>
    /// <param name="key">The key.</param>
    public bool TryTake([MaybeNullWhen(false)] out ObjectKey key)
    {
        lock (_gate)
        {
            if (!_ready.TryDequeue(out var entry))
            {
                key = default;
                return false;
            }

            entry.IsReady = false;
            entry.IsWorkedOn = true;
            entry.Due = long.MaxValue;
            entry.Reason = "";
            _working++;
            key = entry.Key;
            return true;
        }
    }

    /// <summary>Says that the work on a key has ended.</summary>
    /// <param name="key">A key that was taken.</param>
    public void Done(ObjectKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry) || !entry.IsWorkedOn)
            {
                throw new InvalidOperationException($"The key {key} is not worked on: Done follows exactly one Take.");
            }

            entry.IsWorkedOn = false;
            _working--;
            if (entry.IsAgain)
            {
                entry.IsAgain = false;
                AddNow(entry);
            }
            else
            {
                DropIfIdle(entry);
            }
        }
    }

    /// <summary>Stops the timer; nothing that was added for later comes any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private Entry Find(ObjectKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry = new Entry(key);
        }

        return entry;
    }

    private void AddNow(Entry entry)
    {
        if (entry.IsWorkedOn)
        {
            entry.IsAgain = true;
        }
        else if (!entry.IsReady)
        {
            entry.IsReady = true;
            Interlocked.Increment(ref _adds);
            _ready.Enqueue(entry);
            _available.Release();
        }
    }

    private void Delay(Entry entry, TimeSpan delay, string reason)
    {
        var due = Now() + delay.Ticks;
        if (entry.IsReady || entry.IsAgain || due >= entry.Due)
        {
            return;
        }

        entry.Due = due;
        entry.Reason = reason;
        _later.Enqueue((entry, due), due);
        ThinOut();
        SetTimer();
    }

    private long Now() => time.GetElapsedTime(_origin).Ticks;

    // Requests that a pass made void stay in line until they are due; not more than the live ones, and then some.
    private void ThinOut()
    {
        if (_later.Count > 64 + (2 * _entries.Count))
        {
            _later.Clear();
            _later.EnqueueRange(_entries.Values.Where(e => e.Due != long.MaxValue).Select(e => ((e, e.Due), e.Due)));
        }
    }

    private void DropIfIdle(Entry entry)
    {
        if (entry is { IsReady: false, IsWorkedOn: false, IsAgain: false, Failures: 0, Due: long.MaxValue })
        {
            _entries.Remove(entry.Key);
        }
    }

    private void OnTimer(object? state)
    {
        lock (_gate)
        {
            _timerDue = long.MaxValue;
            var now = Now();
            while (_later.TryPeek(out var head, out var due) && (due <= now || head.Entry.Due != due))
            {
                _later.Dequeue();

                // A request that was overtaken by an earlier one or by a pass has left its place in the line behind.
                if (head.Entry.Due == due)
                {
                    head.Entry.Due = long.MaxValue;
                    head.Entry.Reason = "";
                    AddNow(head.Entry);
                }
            }

            SetTimer();
        }
    }

    // Timers take no more than 49 days; the renewal of a certificate is further away.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    private void SetTimer()
    {
        if (_disposed || !_later.TryPeek(out _, out var due) || due >= _timerDue)
        {
            return;
        }

        // Whole milliseconds, rounded up: timers round down, and would fire before the time has come.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(Math.Max(due - Now(), 0)).TotalMilliseconds));
        if (wait > LongestTimer)
        {
            // It fires early, finds nothing due, and is set again.
            wait = LongestTimer;
        }

        _timerDue = due;
        if (_timer is null)
        {
            _timer = time.CreateTimer(OnTimer, null, wait, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Entry(ObjectKey key)
    {
        public ObjectKey Key => key;

        public bool IsReady { get; set; }

        public bool IsWorkedOn { get; set; }

        public bool IsAgain { get; set; }

        public int Failures { get; set; }

        public long Due { get; set; } = long.MaxValue;

        public string Reason { get; set; } = "";
    }
}
