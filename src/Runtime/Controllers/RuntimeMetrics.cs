using System.Diagnostics;
using System.Diagnostics.Metrics;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Queues;

namespace Slipway.Runtime.Controllers;

/// <summary>The spans and numbers that controllers give out, all under the name <c>Slipway.Runtime</c>.</summary>
internal static class RuntimeMetrics
{
    private const string SourceName = "Slipway.Runtime";

    private static readonly ActivitySource Spans = new(SourceName);
    private static readonly Meter Numbers = new(SourceName);
    private static readonly Counter<long> Passes =
        Numbers.CreateCounter<long>("slipway.reconcile.count", description: "Passes, by controller and outcome.");

    private static readonly Histogram<double> Durations =
        Numbers.CreateHistogram<double>("slipway.reconcile.duration", "s", "How long passes take, by controller and outcome.");

    private static readonly Lock Gate = new();
    private static (string Name, WorkQueue Queue)[] _queues = [];

    static RuntimeMetrics()
    {
        Numbers.CreateObservableGauge("slipway.queue.depth", () => Each(q => q.Depth), description: "Keys that wait for a worker.");
        Numbers.CreateObservableGauge("slipway.queue.working", () => Each(q => q.Working), description: "Keys that are worked on.");
        Numbers.CreateObservableCounter("slipway.queue.adds", () => Each(q => q.Adds), description: "How often a key came to wait for a worker.");
        Numbers.CreateObservableCounter("slipway.queue.retries", () => Each(q => q.Retries), description: "How often a key was put back after a failure.");
    }

    /// <summary>Begins the span of a pass, where anybody listens.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="type">The kind.</param>
    /// <param name="key">The object.</param>
    public static Activity? Pass(string controller, ResourceType type, ObjectKey key)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        var span = Spans.StartActivity("reconcile " + controller);
        span?.SetTag("k8s.kind", type.Kind).SetTag("k8s.namespace", key.Namespace).SetTag("k8s.name", key.Name);
        return span;
    }

    /// <summary>Counts a pass.</summary>
    /// <param name="controller">The controller, as a tag.</param>
    /// <param name="outcome"><c>done</c>, <c>delayed</c>, <c>conflict</c>, <c>error</c>, <c>terminal</c> or <c>stopped</c>.</param>
    /// <param name="duration">How long it took.</param>
    public static void Count(KeyValuePair<string, object?> controller, string outcome, TimeSpan duration)
    {
        Passes.Add(1, controller, new("outcome", outcome));
        Durations.Record(duration.TotalSeconds, controller, new("outcome", outcome));
    }

    /// <summary>Gives out the numbers of a queue.</summary>
    /// <param name="controller">The controller whose queue it is.</param>
    /// <param name="queue">The queue.</param>
    /// <returns>Ends it.</returns>
    public static IDisposable Observe(string controller, WorkQueue queue)
    {
        lock (Gate)
        {
            _queues = [.. _queues, (controller, queue)];
        }

        return new Observation(queue);
    }

    private static IEnumerable<Measurement<long>> Each(Func<WorkQueue, long> number) =>
        Volatile.Read(ref _queues).Select(q => new Measurement<long>(number(q.Queue), new KeyValuePair<string, object?>("controller", q.Name)));

    private sealed class Observation(WorkQueue queue) : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                _queues = [.. _queues.Where(q => q.Queue != queue)];
            }
        }
    }
}
