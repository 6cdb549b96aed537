using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Controllers;

public sealed class ControllerTests : IAsyncLifetime
{
    private static readonly ResourceType Part = new("parts.example", "v1", "Part", "parts");

    private readonly FakeTimeProvider _time = new();
    private readonly MemoryClient _server = new();
    private readonly InformerCache _cache;
    private readonly CachingClient _client;
    private readonly ControllerHost _host;

    public ControllerTests()
    {
        _cache = new InformerCache(_server, new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(1) });
        _client = new CachingClient(_server, _cache);
        _host = new ControllerHost(_cache);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Each_object_and_each_change_is_a_pass()
    {
        var a = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        var recorder = new Recorder();
        Start(Controller.Named("toys").For<Toy>(_cache).Reconcile(recorder));
        Assert.Equal("a", await recorder.NextAsync());
        await _client.CreateAsync(Toy.Named("b"), Cancellation);
        Assert.Equal("b", await recorder.NextAsync());
        await _client.DeleteAsync(a, Cancellation);
        Assert.Equal("a", await recorder.NextAsync());
    }

    [Fact]
    public async Task Owned_and_mapped_objects_lead_to_theirs()
    {
        var owner = await _client.CreateAsync(Toy.Named("owner"), Cancellation);
        var recorder = new Recorder();
        Start(Controller.Named("toys").For<Toy>(_cache, _ => false)
            .Owns<Toy>()
            .Watches<Toy>(t => t.Spec.Colour is { } colour ? [new ObjectKey("", colour)] : [])
            .Reconcile(recorder));
        var owned = Toy.Named("owned");
        owned = await _client.CreateAsync(owned.WithMetadata(owned.Metadata.WithOwner(owner.AsController())), Cancellation);
        Assert.Equal("owner", await recorder.NextAsync());

        // Of what it was and of what it is.
        var red = await _client.CreateAsync(Toy.Named("x") with { Spec = new() { Colour = "red" } }, Cancellation);
        Assert.Equal("red", await recorder.NextAsync());
        await _client.PatchAsync(red, red with { Spec = new() { Colour = "blue" } }, ObjectPart.Main, Cancellation);
        Assert.Equal(["blue", "red"], new[] { await recorder.NextAsync(), await recorder.NextAsync() }.Order(StringComparer.Ordinal));

        // A plain owner reference is not enough.
        var loose = Toy.Named("loose");
        await _client.CreateAsync(loose.WithMetadata(loose.Metadata.WithOwner(red.AsOwner())), Cancellation);
        await _client.DeleteAsync(owned, Cancellation);
        Assert.Equal("owner", await recorder.NextAsync());
        Assert.Equal(5, recorder.Count);
    }

    [Fact]
    public async Task A_watch_added_at_run_time_is_there_once()
    {
        var recorder = new Recorder();
        Controller? made = null;
        Start(Controller.Named("toys").For<Toy>(_cache, _ => false).Reconcile(controller =>
        {
            made = controller;
            return recorder;
        }));
        made!.WatchOwned(Part);
        made.WatchOwned(Part);
        Assert.Equal(2, _cache.All.Count);
        await _client.CreateAsync(
            new ObjectTarget(Part, "default"),
            """{"metadata":{"name":"p","ownerReferences":[{"apiVersion":"toys.example/v0","kind":"Toy","name":"mine","uid":"u","controller":true}]}}"""u8.ToArray(),
            WriteOptions.Default,
            Cancellation);
        Assert.Equal("mine", await recorder.NextAsync());
        await Until.TrueAsync(() => made.Busy == 0);
        Assert.Equal(1, recorder.Count);
    }

    [Fact]
    public async Task A_pass_sees_what_the_pass_before_wrote()
    {
        var faults = 0;
        var recorder = new Recorder(async (key, cancellation) =>
        {
            // The classic fault: to make it once more because the snapshot does not show the first one yet.
            if (_cache.Of<Toy>().Get(new ObjectKey("made", key.Name)) is null)
            {
                _server.HoldEvents();
                if (await _client.TryCreateAsync(Toy.Named(key.Name, "made"), cancellation) is null)
                {
                    Interlocked.Increment(ref faults);
                }
            }

            return ReconcileResult.Done;
        });
        var controller = Start(Controller.Named("toys").For<Toy>(_cache, c => c.Object.Metadata.Namespace == "default").Reconcile(recorder));
        await Until.TrueAsync(() => controller.IsWorking && _server.Watches > 0);
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await recorder.NextAsync();
        controller.Enqueue(new ObjectKey("default", "a"));
        await Until.TrueAsync(() => recorder.Count > 1 || _cache.Of<Toy>() is ITrackedInformer { Waiters: > 0 });
        Assert.Equal(1, recorder.Count);
        _server.ReleaseEvents();
        await recorder.NextAsync();
        Assert.Equal((2, 0), (recorder.Count, faults));
    }

    [Fact]
    public async Task A_failure_is_tried_again_after_a_growing_wait_and_forgotten_after_success()
    {
        var fails = true;
        var recorder = new Recorder((_, _) => Volatile.Read(ref fails) ? throw new IOException("the disk is on fire") : new(ReconcileResult.Done));
        var controller = Start(Controller.Named("toys").For<Toy>(_cache).Reconcile(recorder));
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await recorder.NextAsync();
        await Until.TrueAsync(() => controller.Waits.Count == 1);
        Assert.Equal("the disk is on fire", controller.Waits[0].Reason);
        Assert.Equal(TimeSpan.FromMilliseconds(5), controller.Waits[0].Due - _time.GetUtcNow());
        _time.Advance(TimeSpan.FromMilliseconds(5));
        await recorder.NextAsync();
        await Until.TrueAsync(() => controller.Waits.Count == 1);
        Assert.Equal(TimeSpan.FromMilliseconds(10), controller.Waits[0].Due - _time.GetUtcNow());
        Volatile.Write(ref fails, false);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        await recorder.NextAsync();
        await Until.TrueAsync(() => controller.Busy == 0);
        Assert.Empty(controller.Waits);
        Assert.Equal(3, recorder.Count);
    }

    [Fact]
    public async Task A_conflict_is_tried_again_and_a_terminal_failure_is_not()
    {
        var recorder = new Recorder((key, _) => key.Name == "conflict"
            ? throw MemoryClient.Refuse(409, StatusReason.Conflict, "changed meanwhile")
            : throw new TerminalException("the spec names no image: set spec.image"));
        var controller = Start(Controller.Named("toys").For<Toy>(_cache).Reconcile(recorder));
        await _client.CreateAsync(Toy.Named("terminal"), Cancellation);
        Assert.Equal("terminal", await recorder.NextAsync());
        await _client.CreateAsync(Toy.Named("conflict"), Cancellation);
        Assert.Equal("conflict", await recorder.NextAsync());
        await Until.TrueAsync(() => controller.Busy == 0 && controller.Waits.Count == 1);
        Assert.Equal("conflict", controller.Waits[0].Key.Name);
    }

    [Fact]
    public async Task A_result_may_ask_to_be_woken_later_or_by_a_change()
    {
        var recorder = new Recorder((_, _) => new(ReconcileResult.After(TimeSpan.FromMinutes(1), "the node to join")));
        var controller = Start(Controller.Named("toys").For<Toy>(_cache).Reconcile(recorder));
        var a = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await recorder.NextAsync();
        await Until.TrueAsync(() => controller.Waits.Count == 1);
        Assert.Equal("the node to join", controller.Waits[0].Reason);
        _time.Advance(TimeSpan.FromMinutes(1));
        await recorder.NextAsync();
        await _client.SaveAsync(a, a with { Status = new() { Seen = 1 } }, Cancellation);
        await recorder.NextAsync();
        Assert.Equal(3, recorder.Count);
    }

    [Fact]
    public async Task One_key_is_never_with_two_workers_but_two_keys_are()
    {
        using var both = new CountdownEvent(2);
        var running = new HashSet<ObjectKey>();
        var gate = new TaskCompletionSource();
        var recorder = new Recorder(async (key, cancellation) =>
        {
            lock (running)
            {
                Assert.True(running.Add(key));
            }

            if (!both.IsSet)
            {
                both.Signal();
            }

            await gate.Task.WaitAsync(cancellation);
            lock (running)
            {
                running.Remove(key);
            }

            return ReconcileResult.Done;
        });
        var controller = Start(Controller.Named("toys").For<Toy>(_cache).Workers(4).Reconcile(recorder));
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await _client.CreateAsync(Toy.Named("b"), Cancellation);
        await Until.TrueAsync(() => both.IsSet);
        controller.Enqueue(new ObjectKey("default", "a"));
        gate.SetResult();
        await Until.TrueAsync(() => recorder.Count == 3 && controller.Busy == 0);
        Assert.Empty(controller.Waits);
    }

    [Fact]
    public async Task The_host_ends_passes_and_loops_and_disposes_in_order()
    {
        var order = new List<string>();
        var recorder = new Recorder(async (_, cancellation) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                order.Add("pass");
            }

            return ReconcileResult.Done;
        });
        var starts = 0;
        _host.Own(new Disposable(() => order.Add("first"))).Own(new Disposable(() => order.Add("second")));
        _host.AddLoop("failing once", async cancellation =>
        {
            if (Interlocked.Increment(ref starts) == 1)
            {
                throw new IOException("once");
            }

            await Task.Delay(Timeout.Infinite, cancellation);
        });
        Start(Controller.Named("toys").For<Toy>(_cache).Reconcile(recorder));
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(100), () => recorder.Count == 1 && Volatile.Read(ref starts) == 2);
        await Until.InTimeAsync(_host.DisposeAsync().AsTask());
        Assert.Equal(["pass", "second", "first"], order);
        Assert.Equal(InformerState.Stopped, _cache.All[0].State);
        Assert.Throws<InvalidOperationException>(() => _host.Add(Controller.Named("late").For<Toy>(_cache).Reconcile(recorder).Build()));
    }

    [Fact]
    public void A_builder_that_lacks_something_says_what()
    {
        Assert.Contains("For", Assert.Throws<InvalidOperationException>(() => Controller.Named("x").Reconcile(new Recorder()).Build()).Message);
        Assert.Contains("Reconcile", Assert.Throws<InvalidOperationException>(() => Controller.Named("x").For<Toy>(_cache).Build()).Message);
        Assert.Throws<InvalidOperationException>(() => Controller.Named("x").For<Toy>(_cache).For<Toy>(_cache));
    }

    [Fact]
    public void Of_two_results_the_earlier_counts()
    {
        var soon = ReconcileResult.After(TimeSpan.FromSeconds(1), "soon");
        var late = ReconcileResult.After(TimeSpan.FromSeconds(2), "late");
        Assert.Equal(soon, ReconcileResult.Earlier(soon, late));
        Assert.Equal(soon, ReconcileResult.Earlier(late, soon));
        Assert.Equal(late, ReconcileResult.Earlier(ReconcileResult.Done, late));
        Assert.Equal(late, ReconcileResult.Earlier(late, ReconcileResult.Done));
        Assert.False(ReconcileResult.Earlier(ReconcileResult.Done, ReconcileResult.Done).IsDelayed);
    }

    private Controller Start(ControllerBuilder plan)
    {
        var controller = plan.Build();
        _host.Add(controller).Start();
        return controller;
    }

    private sealed class Disposable(Action end) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            end();
            return ValueTask.CompletedTask;
        }
    }
}
