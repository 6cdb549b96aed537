using System.Text.Json.Nodes;

namespace Slipway.EndToEnd.Support;

/// <summary>
/// Follows some machines through a rollout and remembers the fewest that were available and the most that were there at
/// any moment. It sees every state, as it watches and does not sample.
/// </summary>
internal sealed class RolloutWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _following;

    private RolloutWatch(KubernetesApi api, string path) => _following = FollowAsync(api, path);

    /// <summary>The fewest machines that were available and not being deleted.</summary>
    public int FewestAvailable { get; private set; } = int.MaxValue;

    /// <summary>The moment of <see cref="FewestAvailable"/>.</summary>
    public string FewestMoment { get; private set; } = "";

    /// <summary>The most machines that were there and not being deleted.</summary>
    public int Most { get; private set; }

    /// <summary>Begins; the present state is the first one seen.</summary>
    /// <param name="api">The management plane.</param>
    /// <param name="selector">Which machines.</param>
    public static async Task<RolloutWatch> BeginAsync(KubernetesApi api, string selector)
    {
        var watch = new RolloutWatch(api, Resource.Machines.Labelled(selector));
        await Task.WhenAny(watch._began.Task, watch._following).WaitAsync(Waiting.Limit, TimeProvider.System, TestContext.Current.CancellationToken);
        return watch;
    }

    /// <summary>Ends, and fails the test if there were too few or too many at any moment.</summary>
    /// <param name="floor">How many had to be available all the time.</param>
    /// <param name="ceiling">How many there could be.</param>
    public async Task StayedAsync(int floor, int ceiling)
    {
        await DisposeAsync();
        Assert.True(FewestAvailable >= floor, $"Only {FewestAvailable} machines were available where {floor} had to be, at this moment:\n{FewestMoment}");
        Assert.True(Most <= ceiling, $"There were {Most} machines where {ceiling} were allowed.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _following;
        }
        catch (OperationCanceledException)
        {
            // This is how following ends.
        }
    }

    private async Task FollowAsync(KubernetesApi api, string path)
    {
        await foreach (var state in api.FollowAsync(path, _end.Token))
        {
            var living = state.Where(m => !m.IsDeleting).ToList();
            var available = living.Count(m => m.Is("Available"));
            if (available < FewestAvailable)
            {
                FewestAvailable = available;
                FewestMoment = string.Join('\n', state.Select(Line));
            }

            Most = Math.Max(Most, living.Count);
            _began.TrySetResult();
        }
    }

    private static string Line(JsonNode machine) => "  " + machine.Summary();
}
