using Microsoft.Extensions.Time.Testing;

namespace Slipway.Unit.Support;

/// <summary>Waits for what other tasks do, without sleeping; a wait of 20 seconds is a failure.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<bool> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Limit, "The condition did not come true in time.");
            await Task.Yield();
        }
    }

    /// <summary>
    /// Lets virtual time pass in steps until a condition holds: at most one step in a millisecond, so that what a step
    /// wakes has its turn before the next. Steps far smaller than the times under test keep a busy machine harmless.
    /// </summary>
    public static async Task AdvancingAsync(FakeTimeProvider time, TimeSpan step, Func<bool> condition)
    {
        var last = TimeProvider.System.GetTimestamp();
        await TrueAsync(() =>
        {
            if (!condition() && TimeProvider.System.GetElapsedTime(last) >= TimeSpan.FromMilliseconds(1))
            {
                time.Advance(step);
                last = TimeProvider.System.GetTimestamp();
            }

            return condition();
        });
    }

    public static async Task<T> InTimeAsync<T>(Task<T> task) => await task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task InTimeAsync(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
