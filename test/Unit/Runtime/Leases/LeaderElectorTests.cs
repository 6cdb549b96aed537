using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Leases;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Leases;

public sealed class LeaderElectorTests : IAsyncLifetime
{
    private static readonly ResourceType Type = new("coordination.k8s.io", "v1", "Lease", "leases");

    private readonly FakeTimeProvider _time = new();
    private readonly MemoryClient _server = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _runs = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_runs);
        _stop.Dispose();
    }

    [Fact]
    public async Task One_leads_and_gives_the_lease_back_for_the_other()
    {
        using var stopA = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var a = Run("a", stopA.Token, out var run);
        await Until.TrueAsync(() => a.IsLeading);
        var b = Run("b", _stop.Token, out _);
        var began = _time.GetUtcNow();
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(100), () => _time.GetUtcNow() - began > TimeSpan.FromSeconds(20));
        Assert.InRange(_server.CountOf("get leases"), 5, 30);
        Assert.InRange(_server.CountOf("update leases"), 5, 20);
        Assert.True(a.IsLeading);
        Assert.False(b.IsLeading);
        await stopA.CancelAsync();
        await Until.InTimeAsync(run);
        Assert.Equal("", (await ReadAsync()).Text("spec", "holderIdentity"));
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(100), () => b.IsLeading);
        Assert.Equal(1, (await ReadAsync()).Number("spec", "leaseTransitions"));
    }

    [Fact]
    public async Task A_lease_that_is_not_renewed_is_taken_after_its_duration()
    {
        var stale = """{"metadata":{"name":"lead"},"spec":{"holderIdentity":"dead","leaseDurationSeconds":15,"renewTime":"2001-01-01T00:00:00.000000Z"}}"""u8.ToArray();
        await _server.CreateAsync(new ObjectTarget(Type, "ns"), stale, WriteOptions.Default, TestContext.Current.CancellationToken);
        var began = _time.GetUtcNow();
        var a = Run("a", _stop.Token, out _);
        await Until.TrueAsync(() => _server.CountOf("get leases") == 1);

        // However old the holder's own time is: only what is seen counts.
        Assert.False(a.IsLeading);
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(50), () => a.IsLeading);
        Assert.True(_time.GetUtcNow() - began >= TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_leader_that_cannot_renew_stops_before_another_may_lead()
    {
        var ended = default(DateTimeOffset?);
        var a = Elector("a");
        _runs.Add(a.RunAsync(
            async cancellation =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellation);
                }
                catch (OperationCanceledException)
                {
                    ended ??= _time.GetUtcNow();
                }
            },
            _stop.Token));
        await Until.TrueAsync(() => a.IsLeading);
        var began = _time.GetUtcNow();
        _server.Before = (_, _) => throw new IOException("the server is away");
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(20), () => ended is not null);
        Assert.InRange(ended!.Value - began, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
        await Until.TrueAsync(() => !a.IsLeading);
        _server.Before = null;
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(100), () => a.IsLeading);
    }

    [Fact]
    public void Times_that_would_let_two_lead_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LeaderElector(
            _server, new LeaseOptions("ns", "lead", "a") { RenewLimit = TimeSpan.FromSeconds(20) }, new RuntimeOptions()));

    private LeaderElector Elector(string identity) =>
        new(_server, new LeaseOptions("ns", "lead", identity), new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(3) });

    private LeaderElector Run(string identity, CancellationToken stop, out Task run)
    {
        var elector = Elector(identity);
        run = elector.RunAsync(cancellation => Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default), stop);
        _runs.Add(run);
        return elector;
    }

    private async Task<Slipway.Machinery.Json.Unstructured> ReadAsync() =>
        await _server.GetAsync(Type, new ObjectKey("ns", "lead"), TestContext.Current.CancellationToken);
}
