using System.Collections.Concurrent;

namespace Slipway.Server.Metrics;

/// <summary>The numbers of requests.</summary>
internal sealed class RequestMetrics
{
    private static readonly double[] Bounds =
        [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];

    private static readonly string[] Codes = [.. Enumerable.Range(0, 600).Select(c => c.ToString())];

    private readonly Counters<RequestLabels> _total = new("apiserver_request_total", "Requests that were answered, by what they were about and how they ended.");

    private readonly Histograms<RequestLabels> _durations = new(
        "apiserver_request_duration_seconds", "How long answers took, without watches and streams.", Bounds);

    private readonly Counters<ResourceLabels> _events = new("apiserver_watch_events_total", "Events sent to watchers, by resource.");
    private readonly ConcurrentDictionary<RequestLabels, int> _running = new();
    private int _reads;
    private int _writes;

    /// <summary>The families.</summary>
    public IEnumerable<IMetric> All =>
    [
        _total,
        _durations,
        _events,
        new Readings<NameLabel>("apiserver_current_inflight_requests", "gauge", "Requests that are worked on now, without watches and streams.", () =>
        [
            (new NameLabel("request_kind", "readOnly"), Volatile.Read(ref _reads)),
            (new NameLabel("request_kind", "mutating"), Volatile.Read(ref _writes)),
        ]),
        new Readings<RequestLabels>(
            "apiserver_longrunning_requests", "gauge", "Watches and streams that stand now.", () => _running.Where(r => r.Value > 0).Select(r => (r.Key, (double)r.Value))),
    ];

    /// <summary>The word for an HTTP status.</summary>
    /// <param name="status">The status.</param>
    public static string Code(int status) => status >= 0 && status < Codes.Length ? Codes[status] : "0";

    /// <summary>Counts a request in.</summary>
    /// <param name="kind">What it does.</param>
    public void Begin(RequestKind kind)
    {
        if (kind != RequestKind.LongRunning)
        {
            Interlocked.Increment(ref kind == RequestKind.Reading ? ref _reads : ref _writes);
        }
    }

    /// <summary>Counts a watch or stream in.</summary>
    /// <param name="labels">What it is about, without code.</param>
    public void BeginLong(RequestLabels labels)
    {
        if (_running.Count < Counters<RequestLabels>.MostSeries)
        {
            _running.AddOrUpdate(labels, 1, static (_, count) => count + 1);
        }
    }

    /// <summary>Counts a watch or stream out.</summary>
    /// <param name="labels">What <see cref="BeginLong"/> was told.</param>
    public void EndLong(RequestLabels labels)
    {
        if (_running.ContainsKey(labels))
        {
            _running.AddOrUpdate(labels, 0, static (_, count) => count - 1);
        }
    }

    /// <summary>Counts a request out.</summary>
    /// <param name="kind">What it did.</param>
    /// <param name="labels">What it was about, without code.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="duration">How long it took.</param>
    public void End(RequestKind kind, RequestLabels labels, int status, TimeSpan duration)
    {
        _total.Add(labels with { Code = Code(status) });
        if (kind != RequestKind.LongRunning)
        {
            Interlocked.Decrement(ref kind == RequestKind.Reading ? ref _reads : ref _writes);
            _durations.Record(labels, duration.TotalSeconds);
        }
    }

    /// <summary>Counts an event that a watcher is sent.</summary>
    /// <param name="labels">The resource.</param>
    public void Sent(ResourceLabels labels) => _events.Add(labels);
}
