using Microsoft.Extensions.Logging;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Informers;

/// <summary>Keeps a snapshot current: the loop of <see cref="InformerState"/>.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="client">Whose objects.</param>
/// <param name="informer">The snapshot.</param>
/// <param name="read">How an object is read from UTF-8 JSON.</param>
/// <param name="options">Clock, chance, log and limits.</param>
internal sealed class Reflector<T>(IClient client, Informer<T> informer, Func<ReadOnlyMemory<byte>, T> read, RuntimeOptions options)
    where T : class, IKubernetesObject
{
    private static readonly TimeSpan ShortWatch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NotServedLongest = TimeSpan.FromSeconds(2);

    private readonly ILogger _log = options.Logs.CreateLogger("Slipway.Runtime.Informers");
    private readonly Backoff _backoff = new(options);
    private readonly Lock _gate = new();
    private List<TaskCompletionSource> _asked = [];
    private CancellationTokenSource? _attempt;
    private bool _mustList = true;
    private bool _heardSinceList;
    private bool _toldNotServed;
    private int _state;

    /// <summary>What it is doing.</summary>
    public InformerState State
    {
        get => (InformerState)Volatile.Read(ref _state);
        private set => Volatile.Write(ref _state, (int)value);
    }

    /// <summary>Asks for a fresh list, also in the middle of a watch or a wait.</summary>
    /// <returns>Ends when a list that began after this call is shown; cancelled when the loop ends before.</returns>
    public Task RelistAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationTokenSource? attempt;
        lock (_gate)
        {
            if (State == InformerState.Stopped)
            {
                return Task.FromCanceled(new CancellationToken(canceled: true));
            }

            _asked.Add(asked);
            attempt = _attempt;
        }

        try
        {
            attempt?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself meanwhile; the next attempt finds the request.
        }

        return asked.Task;
    }

    /// <summary>Lists and watches until the end.</summary>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var wait = TimeSpan.Zero;
            try
            {
                await AttemptAsync(attempt);
            }
            catch (OperationCanceledException) when (attempt.IsCancellationRequested)
            {
                // Stopped, or asked for a fresh list: the loop's head tells which.
            }
            catch (ApiException e) when (e.Code == 410)
            {
                // At once, but not in a circle of lists whose revisions are too old from the beginning.
                _log.Expired(informer.Type.ToString(), informer.Revision);
                wait = _heardSinceList ? TimeSpan.Zero : _backoff.Next();
                _mustList = true;
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                wait = Min(_backoff.Next(), NotServedLongest);
                _mustList = true;
                _log.NotServed(_toldNotServed ? LogLevel.Debug : LogLevel.Information, informer.Type.ToString(), wait);
                _toldNotServed = true;
            }
            catch (ApiException e)
            {
                // The server's own words say all there is; where in this program they were heard says nothing.
                wait = _backoff.Next();
                _log.Refused(informer.Type.ToString(), State, e.Message, wait);
            }
            catch (Exception e)
            {
                wait = _backoff.Next();
                _log.Failed(e, informer.Type.ToString(), State, wait);
            }

            await PauseAsync(wait, attempt);
        }

        Stop();
    }

    private async Task AttemptAsync(CancellationTokenSource attempt)
    {
        List<TaskCompletionSource>? asked = null;
        lock (_gate)
        {
            _attempt = attempt;
            if (_mustList || _asked.Count > 0)
            {
                State = InformerState.Listing;
                asked = _asked;
                _asked = [];
            }
        }

        if (asked is not null)
        {
            try
            {
                await ListAsync(attempt.Token);
            }
            catch
            {
                AskAgain(asked);
                throw;
            }

            _mustList = false;
            _heardSinceList = false;
            _toldNotServed = false;
            asked.ForEach(a => a.TrySetResult());
        }

        State = InformerState.Watching;
        await WatchAsync(attempt.Token);
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var request = new ListRequest(informer.Type)
        {
            Namespace = informer.Scope.Namespace,
            LabelSelector = informer.Scope.LabelSelector,
            FieldSelector = informer.Scope.FieldSelector,
            Limit = options.ListPage,
        };
        var page = await client.ListAsync(request, cancellation);
        var values = new List<T>(page.Items.Count);
        values.AddRange(page.Items.Select(read));
        while (page.Continue.Length > 0)
        {
            page = await client.ListAsync(request with { Continue = page.Continue }, cancellation);
            values.AddRange(page.Items.Select(read));
        }

        var revision = long.TryParse(page.ResourceVersion, out var parsed) ? parsed : 0;
        informer.ShowAll(values, revision);
        _log.Listed(informer.Type.ToString(), values.Count, revision);
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        var began = options.Time.GetTimestamp();
        var heard = false;
        var request = new WatchRequest(informer.Type, informer.Revision.ToString())
        {
            Namespace = informer.Scope.Namespace,
            LabelSelector = informer.Scope.LabelSelector,
            FieldSelector = informer.Scope.FieldSelector,
        };
        await foreach (var change in client.WatchAsync(request, cancellation))
        {
            heard = _heardSinceList = true;
            if (change.Type == WatchEventType.Bookmark)
            {
                informer.Advance(ObjectHead.Read(change.Object.Span).ResourceVersion);
            }
            else
            {
                informer.Show(change.Type, read(change.Object));
            }

            _backoff.Reset();
        }

        if (!heard && options.Time.GetElapsedTime(began) < ShortWatch)
        {
            throw new IOException($"The watch of {informer.Type} ended as soon as it began.");
        }
    }

    private async Task PauseAsync(TimeSpan wait, CancellationTokenSource attempt)
    {
        if (wait > TimeSpan.Zero)
        {
            State = InformerState.Waiting;
            try
            {
                await Task.Delay(wait, options.Time, attempt.Token);
            }
            catch (OperationCanceledException)
            {
                // Stopped, or asked for a fresh list.
            }
        }

        lock (_gate)
        {
            _attempt = null;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void AskAgain(List<TaskCompletionSource> asked)
    {
        lock (_gate)
        {
            _asked.AddRange(asked);
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            State = InformerState.Stopped;
            _asked.ForEach(a => a.TrySetCanceled());
            _asked.Clear();
        }
    }
}
