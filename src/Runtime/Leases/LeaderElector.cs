using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Leases;

/// <summary>
/// Sees to it that one program at a time leads: it holds a Lease (coordination.k8s.io/v1) and renews it; whoever does not
/// see it renewed for its duration, by his own clock, may take it.
/// </summary>
public sealed class LeaderElector
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly ResourceType Type = new("coordination.k8s.io", "v1", "Lease", "leases");

    private readonly IClient _client;
    private readonly LeaseOptions _lease;
    private readonly RuntimeOptions _options;
    private readonly ILogger _log;

    // What was last seen, and when: others' clocks are not trusted.
    private Unstructured? _seen;
    private long _seenAt;
    private int _leading;

    /// <summary>Makes an elector that does nothing before <see cref="RunAsync"/>.</summary>
    /// <param name="client">Where the lease lives.</param>
    /// <param name="lease">Which lease, and who this is.</param>
    /// <param name="options">Clock, chance and log.</param>
    /// <exception cref="ArgumentException">The lease's times do not fit together.</exception>
    public LeaderElector(IClient client, LeaseOptions lease, RuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(options);
        lease.Check();
        _client = client;
        _lease = lease;
        _options = options;
        _log = options.Logs.CreateLogger("Slipway.Runtime.Leases");
    }

    /// <summary>Whether this program leads.</summary>
    public bool IsLeading => Volatile.Read(ref _leading) == 1;

    /// <summary>
    /// Calls <paramref name="lead"/> whenever this program leads; its token ends when the lease is lost, and it is awaited
    /// before the lease is tried for again. At the end the lease is given back, so that another need not wait.
    /// </summary>
    /// <param name="lead">What the leader does; runs until its token ends.</param>
    /// <param name="stop">Ends it all.</param>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(lead);
        while (!stop.IsCancellationRequested)
        {
            if (await TryHoldAsync(stop))
            {
                _log.Leading(_lease.Name, _lease.Identity);
                Volatile.Write(ref _leading, 1);
                try
                {
                    await LeadAsync(lead, stop);
                }
                finally
                {
                    Volatile.Write(ref _leading, 0);
                    _log.NotLeading(_lease.Name, _lease.Identity);
                    await ReleaseAsync();
                }
            }

            await PauseAsync(_lease.RetryWait * (1 + (0.2 * _options.Random.NextDouble())), stop);
        }
    }

    private async Task LeadAsync(Func<CancellationToken, Task> lead, CancellationToken stop)
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = Task.Run(() => lead(leading.Token), CancellationToken.None);
        var renewed = _options.Time.GetTimestamp();
        while (!stop.IsCancellationRequested && !work.IsCompleted)
        {
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var pause = PauseAsync(_lease.RetryWait, wake.Token);
            await Task.WhenAny(pause, work);
            await wake.CancelAsync();
            await pause;
            if (stop.IsCancellationRequested || work.IsCompleted)
            {
                break;
            }

            // A renewal that hangs must not outlast the right to lead.
            var left = _lease.RenewLimit - _options.Time.GetElapsedTime(renewed);
            if (left > TimeSpan.Zero && await TryRenewAsync(left, stop))
            {
                renewed = _options.Time.GetTimestamp();
            }
            else if (_options.Time.GetElapsedTime(renewed) >= _lease.RenewLimit || IsHeldByAnother)
            {
                _log.Lost(_lease.Name, _lease.Identity, _lease.RenewLimit);
                break;
            }
        }

        await leading.CancelAsync();
        await work;
    }

    private bool IsHeldByAnother => _seen?.Text("spec", "holderIdentity") is { Length: > 0 } holder && holder != _lease.Identity;

    private async Task<bool> TryRenewAsync(TimeSpan limit, CancellationToken stop)
    {
        using var limited = new CancellationTokenSource(limit, _options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, stop);
        return await TryHoldAsync(both.Token);
    }

    /// <summary>One try to take or renew the lease.</summary>
    private async Task<bool> TryHoldAsync(CancellationToken cancellation)
    {
        try
        {
            // The leader's last answer is the newest there is; anything else shows in a conflict.
            if (!IsLeading || _seen is null || IsHeldByAnother)
            {
                See(await _client.TryGetAsync(Type, new ObjectKey(_lease.Namespace, _lease.Name), cancellation));
            }

            if (_seen is null)
            {
                See(await _client.CreateAsync(Type, new Unstructured(Written(null)), cancellation));
                return true;
            }

            if (IsHeldByAnother && _options.Time.GetElapsedTime(_seenAt) < HeldFor(_seen))
            {
                return false;
            }

            var target = new ObjectTarget(Type, _lease.Namespace, _lease.Name);
            See(Unstructured.Parse((await _client.UpdateAsync(target, UntypedClient.Write(Written(_seen)), WriteOptions.Default, cancellation)).Span));
            return true;
        }
        catch (ApiException e) when (e.IsConflict || e.IsAlreadyExists || e.IsNotFound)
        {
            // Another was faster, or the lease was deleted: look again.
            See(await TryLookAsync(cancellation));
            return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            _log.TryFailed(e, _lease.Name, _lease.Identity);
            return false;
        }
    }

    private async Task<Unstructured?> TryLookAsync(CancellationToken cancellation)
    {
        try
        {
            return await _client.TryGetAsync(Type, new ObjectKey(_lease.Namespace, _lease.Name), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return _seen;
        }
        catch (Exception e)
        {
            _log.TryFailed(e, _lease.Name, _lease.Identity);
            return _seen;
        }
    }

    private async Task ReleaseAsync()
    {
        if (_seen is not { } held || IsHeldByAnother)
        {
            return;
        }

        var json = held.Json.DeepClone().AsObject();
        json["spec"] = new JsonObject
        {
            ["holderIdentity"] = "",
            ["leaseDurationSeconds"] = 1,
            ["renewTime"] = Now(),
            ["leaseTransitions"] = held.Number("spec", "leaseTransitions") ?? 0,
        };
        using var limit = new CancellationTokenSource(_lease.RetryWait, _options.Time);
        try
        {
            await _client.UpdateAsync(new ObjectTarget(Type, _lease.Namespace, _lease.Name), UntypedClient.Write(json), WriteOptions.Default, limit.Token);
        }
        catch (Exception e)
        {
            // Then it runs out by itself.
            _log.TryFailed(e, _lease.Name, _lease.Identity);
        }

        _seen = null;
    }

    private JsonObject Written(Unstructured? held)
    {
        var now = Now();
        var isOurs = held?.Text("spec", "holderIdentity") == _lease.Identity;
        var transitions = held?.Number("spec", "leaseTransitions") ?? 0;
        var json = held?.Json.DeepClone().AsObject() ?? new JsonObject
        {
            ["apiVersion"] = Type.ApiVersion,
            ["kind"] = Type.Kind,
            ["metadata"] = new JsonObject { ["name"] = _lease.Name, ["namespace"] = _lease.Namespace },
        };
        json["spec"] = new JsonObject
        {
            ["holderIdentity"] = _lease.Identity,
            ["leaseDurationSeconds"] = (int)Math.Ceiling(_lease.Duration.TotalSeconds),
            ["acquireTime"] = isOurs ? held!.Text("spec", "acquireTime") ?? now : now,
            ["renewTime"] = now,
            ["leaseTransitions"] = held is null || isOurs ? transitions : transitions + 1,
        };
        return json;
    }

    private void See(Unstructured? lease)
    {
        if (lease?.Metadata.ResourceVersion != _seen?.Metadata.ResourceVersion)
        {
            _seenAt = _options.Time.GetTimestamp();
        }

        _seen = lease;
    }

    private static TimeSpan HeldFor(Unstructured lease) => TimeSpan.FromSeconds(lease.Number("spec", "leaseDurationSeconds") ?? 15);

    private string Now() => _options.Time.GetUtcNow().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private async Task PauseAsync(TimeSpan wait, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(wait, _options.Time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Whoever woke us looks at what has changed.
        }
    }
}
