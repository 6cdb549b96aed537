using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Queues;

namespace Slipway.Unit.Runtime.Queues;

public sealed class WorkQueueTests : IDisposable
{
    private static readonly ObjectKey A = new("ns", "a");
    private static readonly ObjectKey B = new("ns", "b");

    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue _queue;

    public WorkQueueTests() => _queue = new WorkQueue(_time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_wait_may_be_longer_than_any_timer()
    {
        using var queue = new WorkQueue(TimeProvider.System);
        queue.AddAfter(new ObjectKey("default", "certificate"), TimeSpan.FromDays(5000), "renewal");
        Assert.Equal("certificate", Assert.Single(queue.Delayed).Key.Name);
    }

    [Fact]
    public void A_key_is_there_once_and_in_order()
    {
        _queue.Add(A);
        _queue.Add(B);
        _queue.Add(A);
        Assert.Equal(2, _queue.Depth);
        Assert.Equal(A, Take());
        Assert.Equal(B, Take());
        Assert.False(_queue.TryTake(out _));
    }

    [Fact]
    public void A_key_that_is_worked_on_waits_and_comes_once_more()
    {
        _queue.Add(A);
        Take();
        _queue.Add(A);
        _queue.Add(A);
        Assert.False(_queue.TryTake(out _));
        _queue.Done(A);
        Assert.Equal(A, Take());
        _queue.Done(A);
        Assert.False(_queue.TryTake(out _));
    }

    [Fact]
    public void Of_several_delays_the_earliest_counts()
    {
        _queue.AddAfter(A, TimeSpan.FromSeconds(10), "slow");
        _queue.AddAfter(A, TimeSpan.FromSeconds(3), "fast");
        _queue.AddAfter(A, TimeSpan.FromSeconds(5), "middle");
        Assert.Equal([new DelayedKey(A, _time.GetUtcNow().AddSeconds(3), "fast")], _queue.Delayed);
        _time.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.False(_queue.TryTake(out _));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(A, Take());
        _queue.Done(A);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(_queue.TryTake(out _));
    }

    [Fact]
    public void A_pass_makes_earlier_delays_void()
    {
        _queue.AddAfter(A, TimeSpan.FromSeconds(3), "old");
        _queue.Add(A);
        Take();
        _queue.AddAfter(A, TimeSpan.FromSeconds(7), "new");
        _queue.Done(A);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(_queue.TryTake(out _));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(A, Take());
    }

    [Fact]
    public void A_delay_that_ends_during_the_work_comes_after_it()
    {
        _queue.Add(A);
        Take();
        _queue.AddAfter(A, TimeSpan.FromSeconds(1), "soon");
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(_queue.TryTake(out _));
        _queue.Done(A);
        Assert.Equal(A, Take());
    }

    [Fact]
    public void Failures_double_the_wait_up_to_a_limit_until_forgotten()
    {
        var expected = 5.0;
        for (var failure = 0; failure < 30; failure++)
        {
            var wait = _queue.Retry(A, "failed");
            Assert.Equal(Math.Min(expected, 1_000_000), wait.TotalMilliseconds);
            _time.Advance(wait);
            Assert.Equal(A, Take());
            _queue.Done(A);
            expected *= 2;
        }

        Assert.Equal(30, _queue.Retries);
        _queue.Forget(A);
        Assert.Equal(WorkQueue.FirstRetry, _queue.Retry(A, "failed"));
    }

    [Fact]
    public async Task A_waiting_worker_is_woken()
    {
        var taken = _queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(taken.IsCompleted);
        _queue.AddAfter(A, TimeSpan.FromSeconds(1), "later");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(A, await taken);
        using var cancelled = new CancellationTokenSource();
        var never = _queue.TakeAsync(cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
    }

    [Fact]
    public void Done_follows_a_take() => Assert.Throws<InvalidOperationException>(() => _queue.Done(A));

    [Fact]
    public void Many_void_delays_do_not_pile_up()
    {
        for (var pass = 0; pass < 10_000; pass++)
        {
            _queue.Add(A);
            Take();
            _queue.AddAfter(A, TimeSpan.FromHours(1), "much later");
            _queue.Done(A);
        }

        Assert.InRange(_queue.Lines, 1, 200);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(A, Take());
    }

    // Against a model: no key is lost, none is with two workers, and none waits twice.
    [Fact]
    public void Whatever_happens_every_key_added_is_worked_on() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 200].Sample(steps =>
        {
            using var queue = new WorkQueue(_time);
            var owed = new HashSet<ObjectKey>();
            var held = new HashSet<ObjectKey>();
            foreach (var (action, which) in steps)
            {
                var key = new ObjectKey("", which.ToString());
                if (action <= 1)
                {
                    queue.Add(key);
                    owed.Add(key);
                }
                else if (action == 2 && queue.TryTake(out var taken))
                {
                    Assert.True(held.Add(taken), "two workers hold one key");
                    Assert.True(owed.Remove(taken), "a key came that nobody added");
                }
                else if (action == 3 && held.Remove(key))
                {
                    queue.Done(key);
                }
                else if (action == 4)
                {
                    queue.AddAfter(key, TimeSpan.FromMilliseconds(0), "now");
                    owed.Add(key);
                }
            }

            foreach (var key in held)
            {
                queue.Done(key);
            }

            while (queue.TryTake(out var rest))
            {
                Assert.True(owed.Remove(rest));
                queue.Done(rest);
            }

            Assert.Empty(owed);
            Assert.Equal(0, queue.Depth + queue.Working);
        });

    private ObjectKey Take()
    {
        Assert.True(_queue.TryTake(out var key));
        return key;
    }
}
