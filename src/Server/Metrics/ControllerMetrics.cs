using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Slipway.Server.Metrics;

/// <summary>
/// The numbers of the controllers in this process, under the names that controller-runtime gives them. The controllers give
/// out their numbers through a meter of their own; this listens to it while it lives.
/// </summary>
internal sealed class ControllerMetrics : IDisposable
{
    /// <summary>Keys that wait for a worker.</summary>
    public const string Depth = "slipway.queue.depth";

    /// <summary>How often a key came to wait.</summary>
    public const string Adds = "slipway.queue.adds";

    /// <summary>How often a key was put back after a failure.</summary>
    public const string Retries = "slipway.queue.retries";

    /// <summary>Passes under way.</summary>
    public const string Working = "slipway.queue.working";

    private const string Source = "Slipway.Runtime";

    private static readonly double[] Bounds =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60];

    private readonly Counters<ControllerLabels> _passes = new("controller_runtime_reconcile_total", "Passes of controllers, by controller and outcome.");
    private readonly Counters<ControllerLabels> _errors = new("controller_runtime_reconcile_errors_total", "Passes that failed, by controller.");
    private readonly Histograms<ControllerLabels> _durations = new("controller_runtime_reconcile_time_seconds", "How long passes take, by controller.", Bounds);
    private readonly ConcurrentDictionary<(string Instrument, string Controller), double> _queues = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();

    /// <summary>Begins to listen.</summary>
    public ControllerMetrics()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The families.</summary>
    public IEnumerable<IMetric> All =>
    [
        _passes,
        _errors,
        _durations,
        new Readings<NameLabel>(
            "controller_runtime_active_workers", "gauge", "Passes under way, by controller.", () => Queues(Working).Select(q => (new NameLabel("controller", q.Name), q.Value))),
    ];

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    /// <summary>The numbers of the controllers' queues.</summary>
    /// <param name="instrument"><see cref="Depth"/>, <see cref="Adds"/>, <see cref="Retries"/> or <see cref="Working"/>.</param>
    public IReadOnlyList<(string Name, double Value)> Queues(string instrument)
    {
        lock (_gate)
        {
            _queues.Clear();
            _listener.RecordObservableInstruments();
            return [.. _queues.Where(q => q.Key.Instrument == instrument).Select(q => (q.Key.Controller, q.Value))];
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var controller = Tag(tags, "controller");
        switch (instrument.Name)
        {
            case "slipway.reconcile.count":
                var outcome = Tag(tags, "outcome");
                _passes.Add(new(controller, outcome switch { "done" => "success", "delayed" => "requeue_after", "conflict" => "requeue", _ => "error" }), value);
                if (outcome is "error" or "terminal")
                {
                    _errors.Add(new(controller, null), value);
                }

                break;
            case "slipway.reconcile.duration":
                _durations.Record(new(controller, null), value);
                break;
            default:
                _queues.AddOrUpdate((instrument.Name, controller), value, (_, before) => before + value);
                break;
        }
    }

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return tag.Value as string ?? "";
            }
        }

        return "";
    }
}
