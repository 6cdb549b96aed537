using Microsoft.Extensions.Logging;
using Slipway.Runtime.Informers;

namespace Slipway.Runtime.Controllers;

/// <summary>
/// Runs a set of controllers and further loops over one <see cref="InformerCache"/>, which it owns: disposing the host
/// ends all of them, in the reverse order of what depends on what, and waits for each.
/// </summary>
public sealed class ControllerHost : IAsyncDisposable
{
    private static readonly TimeSpan RestartWait = TimeSpan.FromSeconds(1);

    private readonly ILogger _log;
    private readonly Func<Func<CancellationToken, Task>, CancellationToken, Task>? _elect;
    private readonly List<Controller> _controllers = [];
    private readonly List<(string Name, Func<CancellationToken, Task> Run)> _loops = [];
    private readonly List<IAsyncDisposable> _owned = [];
    private readonly CancellationTokenSource _stop = new();
    private Task? _run;

    /// <summary>Makes a host without controllers.</summary>
    /// <param name="informers">The informers that the controllers are built upon.</param>
    /// <param name="elect">
    /// Calls what it is given whenever this program leads, with a token that ends when it no longer does, until its own
    /// token ends; for example <c>LeaderElector.RunAsync</c>. Null to lead always.
    /// </param>
    public ControllerHost(InformerCache informers, Func<Func<CancellationToken, Task>, CancellationToken, Task>? elect = null)
    {
        ArgumentNullException.ThrowIfNull(informers);
        Informers = informers;
        _elect = elect;
        _log = informers.Options.Logs.CreateLogger("Slipway.Runtime.Controllers");
    }

    /// <summary>The informers.</summary>
    public InformerCache Informers { get; }

    /// <summary>The controllers, in the order they were added.</summary>
    public IReadOnlyList<Controller> Controllers => _controllers;

    /// <summary>Whether every controller is at work and none has a key to work on now; delayed keys do not count.</summary>
    public bool IsIdle => _controllers.TrueForAll(c => c.IsWorking && c.Busy == 0);

    /// <summary>Adds a controller; before <see cref="Start"/>.</summary>
    /// <param name="controller">The controller, which the host owns from now on.</param>
    public ControllerHost Add(Controller controller)
    {
        ThrowIfStarted();
        _controllers.Add(controller);
        return this;
    }

    /// <summary>Adds a loop that runs beside the controllers; before <see cref="Start"/>. If it fails it is started again.</summary>
    /// <param name="name">The loop's name, for the log.</param>
    /// <param name="run">Runs until its token ends.</param>
    public ControllerHost AddLoop(string name, Func<CancellationToken, Task> run)
    {
        ThrowIfStarted();
        _loops.Add((name, run));
        return this;
    }

    /// <summary>Hands over what the controllers use; it is disposed after them and before the informers, last added first.</summary>
    /// <param name="value">For example an event recorder or a cache of clients.</param>
    public ControllerHost Own(IAsyncDisposable value)
    {
        _owned.Add(value);
        return this;
    }

    /// <summary>Starts everything, at once or as soon as this program leads.</summary>
    public void Start()
    {
        ThrowIfStarted();
        _run = Task.Run(() => _elect is null ? LeadAsync(_stop.Token) : _elect(LeadAsync, _stop.Token));
    }

    /// <summary>Waits until every informer started so far has shown its whole collection once.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitForSyncAsync(CancellationToken cancellation) => Informers.WaitForSyncAsync(cancellation);

    /// <summary>Ends the controllers and loops, then what was handed over, then the informers, and waits for each.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        if (_run is not null)
        {
            await _run;
        }

        _controllers.ForEach(c => c.Dispose());
        for (var at = _owned.Count - 1; at >= 0; at--)
        {
            await _owned[at].DisposeAsync();
        }

        await Informers.DisposeAsync();
    }

    private Task LeadAsync(CancellationToken stop) => Task.WhenAll(
        _controllers.Select(c => LoopAsync(c.Name, c.RunAsync, stop)).Concat(_loops.Select(l => LoopAsync(l.Name, l.Run, stop))));

    private async Task LoopAsync(string name, Func<CancellationToken, Task> run, CancellationToken stop)
    {
        var wait = TimeSpan.Zero;
        while (true)
        {
            try
            {
                await Task.Delay(wait, Informers.Options.Time, stop);
                await run(stop);
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                wait = RestartWait;
                _log.LoopFailed(e, name, wait);
            }
        }
    }

    private void ThrowIfStarted()
    {
        if (_run is not null)
        {
            throw new InvalidOperationException("The host has started: add controllers and loops before.");
        }
    }
}
