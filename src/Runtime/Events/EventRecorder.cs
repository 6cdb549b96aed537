using System.Threading.Channels;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Events;

/// <summary>
/// Tells people what was done to an object and why, as Events (core v1). Best effort: telling never waits and never fails;
/// an event that cannot be written is lost with a line in the log. The same event again is counted in the first one.
/// </summary>
public sealed class EventRecorder : IAsyncDisposable
{
    private const int Waiting = 1024;
    private const int Remembered = 4096;

    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(2);

    private readonly IClient _client;
    private readonly string _component;
    private readonly RuntimeOptions _options;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private readonly Dictionary<EventKey, EventSeries> _series = [];
    private readonly Channel<EventSeries> _queue = Channel.CreateBounded<EventSeries>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private long _dropped;

    /// <summary>Starts a recorder.</summary>
    /// <param name="client">Where the events go.</param>
    /// <param name="component">Who tells, for example a controller's name.</param>
    /// <param name="options">Clock, chance and log.</param>
    public EventRecorder(IClient client, string component, RuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        _component = component;
        _options = options;
        _log = options.Logs.CreateLogger("Slipway.Runtime.Events");
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>How many events were lost because too many waited to be written.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Tells of something that went as it should.</summary>
    /// <param name="about">The object.</param>
    /// <param name="reason">What happened, as one CamelCase word for programs.</param>
    /// <param name="message">What happened and why, for people.</param>
    public void Normal(IKubernetesObject about, string reason, string message) => Tell(about, "Normal", reason, message);

    /// <summary>Tells of something that people may have to look after.</summary>
    /// <param name="about">The object.</param>
    /// <param name="reason">What happened, as one CamelCase word for programs.</param>
    /// <param name="message">What happened, why, and what to do, for people.</param>
    public void Warning(IKubernetesObject about, string reason, string message) => Tell(about, "Warning", reason, message);

    /// <summary>Writes what still waits, for at most two seconds, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
        {
            return;
        }

        try
        {
            await _loop.WaitAsync(FlushLimit, _options.Time);
        }
        catch (TimeoutException)
        {
            await _stop.CancelAsync();
            await _loop;
        }

        _stop.Dispose();
    }

    private void Tell(IKubernetesObject about, string type, string reason, string message)
    {
        ArgumentNullException.ThrowIfNull(about);
        var now = _options.Time.GetUtcNow();
        lock (_gate)
        {
            var key = new EventKey(about.Metadata.Uid, about.Metadata.Key, type, reason, message);
            if (!_series.TryGetValue(key, out var series) || (!series.IsQueued && now - series.Last > RepeatWindow))
            {
                Forget(now);
                var name = about.Metadata.Name.Length > 236 ? about.Metadata.Name[..236] : about.Metadata.Name;
                series = new EventSeries(about, key, $"{name}.{_options.Random.Next():x16}", now);
                _series[key] = series;
            }

            series.Count++;
            series.Last = now;
            if (!series.IsQueued)
            {
                series.IsQueued = _queue.Writer.TryWrite(series);
                if (!series.IsQueued)
                {
                    Interlocked.Increment(ref _dropped);
                }
            }
        }
    }

    // Series that went silent are not needed; when that is not enough, all that are written are forgotten.
    private void Forget(DateTimeOffset now)
    {
        if (_series.Count < Remembered)
        {
            return;
        }

        foreach (var (key, series) in _series.ToList())
        {
            if (!series.IsQueued && now - series.Last > RepeatWindow)
            {
                _series.Remove(key);
            }
        }

        if (_series.Count >= Remembered)
        {
            foreach (var (key, series) in _series.ToList())
            {
                if (!series.IsQueued)
                {
                    _series.Remove(key);
                }
            }
        }
    }

    private async Task WriteAllAsync()
    {
        await foreach (var series in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            long count;
            DateTimeOffset last;
            lock (_gate)
            {
                series.IsQueued = false;
                count = series.Count;
                last = series.Last;
            }

            try
            {
                await WriteAsync(series, count, last);
            }
            catch (Exception e)
            {
                _log.NotWritten(e, series.Key.Reason, series.Key.About.ToString());
            }
        }
    }

    private async Task WriteAsync(EventSeries series, long count, DateTimeOffset last)
    {
        if (series.IsWritten)
        {
            try
            {
                var change = new JsonObject { ["count"] = count, ["lastTimestamp"] = EventSeries.Time(last) };
                var target = new ObjectTarget(EventSeries.Type, series.Namespace, series.Name);
                await _client.PatchAsync(target, new Patch(PatchType.Merge, UntypedClient.Write(change)), WriteOptions.Default, _stop.Token);
                return;
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                // It has expired on the server: write it anew.
            }
        }

        await _client.CreateAsync(EventSeries.Type, new Unstructured(series.Write(_component, count, last)), _stop.Token);
        series.IsWritten = true;
    }
}
