using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;
using Slipway.Runtime.Queues;

namespace Slipway.Runtime.Controllers;

/// <summary>
/// One kind's loop: what is watched adds keys to a queue, workers take them and make passes. A
/// <see cref="ControllerHost"/> runs it.
/// </summary>
public sealed class Controller : IDisposable
{
    private readonly InformerCache _informers;
    private readonly IReadOnlyList<WatchSource> _sources;
    private readonly IReconciler _reconciler;
    private readonly WorkQueue _queue;
    private readonly ILogger _log;
    private readonly int _workers;
    private readonly KeyValuePair<string, object?> _tag;
    private readonly Lock _gate = new();
    private readonly Dictionary<(ResourceType Type, string Purpose), IDisposable> _added = [];
    private long _passes;

    internal Controller(ControllerBuilder plan)
    {
        Name = plan.Name;
        Type = plan.Type;
        _informers = plan.Informers;
        _sources = plan.Sources;
        _workers = plan.WorkerCount;
        _queue = new WorkQueue(_informers.Options.Time);
        _log = _informers.Options.Logs.CreateLogger("Slipway.Runtime.Controllers");
        _tag = new("controller", Name);
        _reconciler = plan.Reconciler(this);
    }

    /// <summary>The controller's name, for people, logs and metrics.</summary>
    public string Name { get; }

    /// <summary>The kind it works on.</summary>
    public ResourceType Type { get; }

    /// <summary>Whether its informers are synced and its workers at work.</summary>
    public bool IsWorking { get; private set; }

    /// <summary>How many keys wait for a worker or are worked on.</summary>
    public int Busy => _queue.Depth + _queue.Working;

    /// <summary>The keys it will look at again without a change, with what they wait for, the nearest first.</summary>
    public IReadOnlyList<DelayedKey> Waits => _queue.Delayed;

    /// <summary>Begins to say what a controller does.</summary>
    /// <param name="name">The controller's name, for people, logs and metrics.</param>
    public static ControllerBuilder Named(string name) => new(name);

    /// <summary>Asks for a pass over an object.</summary>
    /// <param name="key">The object.</param>
    public void Enqueue(ObjectKey key) => _queue.Add(key);

    /// <summary>
    /// Adds a watch while the controller runs, for a kind that is only known by now. The informer is that of the same
    /// <see cref="InformerCache"/>. A second call for the same kind and purpose does nothing.
    /// </summary>
    /// <param name="type">The kind.</param>
    /// <param name="map">From an object to the keys to work on; called for the state before a change, too.</param>
    /// <param name="purpose">Tells watches of one kind from each other, where there are several.</param>
    public void Watch(ResourceType type, Func<Unstructured, IEnumerable<ObjectKey>> map, string purpose = "")
    {
        lock (_gate)
        {
            if (_added.ContainsKey((type, purpose)))
            {
                return;
            }

            _added.Add((type, purpose), WatchSource.Mapped(_informers.Of(type), map, when: null).Subscribe(_queue));
        }

        _log.WatchAdded(Name, type.ToString());
    }

    /// <summary>As <see cref="Watch"/>, for objects that lead to their owners of this controller's kind.</summary>
    /// <param name="type">The kind that is owned.</param>
    /// <param name="match">Which owner references count.</param>
    public void WatchOwned(ResourceType type, OwnerMatch match = OwnerMatch.Controller) =>
        Watch(type, value => WatchSource.Owners(value, Type, match), match.ToString());

    /// <summary>Forgets what was to be done later.</summary>
    public void Dispose() => _queue.Dispose();

    /// <summary>Subscribes, waits for the informers, and works until the end.</summary>
    /// <param name="stop">Ends it; passes under way are ended and awaited.</param>
    internal async Task RunAsync(CancellationToken stop)
    {
        var subscriptions = _sources.Select(s => s.Subscribe(_queue)).ToList();
        using var depth = RuntimeMetrics.Observe(Name, _queue);
        try
        {
            await Task.WhenAll(_sources.Select(s => s.Informer.WaitForSyncAsync(stop)));
            _log.Started(Name, Type.ToString(), _workers);
            IsWorking = true;
            await Task.WhenAll(Enumerable.Range(0, _workers).Select(_ => Task.Run(() => WorkAsync(stop), CancellationToken.None)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end was asked for before the informers were synced.
        }
        finally
        {
            IsWorking = false;
            subscriptions.ForEach(s => s.Dispose());
            lock (_gate)
            {
                foreach (var subscription in _added.Values)
                {
                    subscription.Dispose();
                }

                _added.Clear();
            }
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            ObjectKey key;
            try
            {
                key = await _queue.TakeAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                await PassAsync(key, stop);
            }
            finally
            {
                _queue.Done(key);
            }
        }
    }

    private async Task PassAsync(ObjectKey key, CancellationToken stop)
    {
        using var scope = _log.BeginScope(new PassScope(Name, Type.Kind, key, Interlocked.Increment(ref _passes)));
        using var span = RuntimeMetrics.Pass(Name, Type, key);
        var began = _informers.Options.Time.GetTimestamp();
        var outcome = "done";
        try
        {
            await _informers.CatchUpAsync(stop);
            var result = await _reconciler.ReconcileAsync(key, stop);
            _queue.Forget(key);
            if (result.IsDelayed)
            {
                outcome = "delayed";
                _queue.AddAfter(key, result.Delay, result.Reason!);
                _log.Delayed(Name, key.ToString(), result.Delay, result.Reason!);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            outcome = "stopped";
        }
        catch (TerminalException e)
        {
            outcome = "terminal";
            _queue.Forget(key);
            _log.Stuck(e, Name, key.ToString());
        }
        catch (ApiException e) when (e.IsConflict)
        {
            outcome = "conflict";
            _log.Conflicted(Name, key.ToString(), _queue.Retry(key, e.Message), e.Message);
        }
        catch (Exception e)
        {
            outcome = "error";
            span?.SetStatus(ActivityStatusCode.Error, e.Message);
            _log.PassFailed(e, Name, key.ToString(), _queue.Retry(key, e.Message));
        }

        RuntimeMetrics.Count(_tag, outcome, _informers.Options.Time.GetElapsedTime(began));
    }
}
