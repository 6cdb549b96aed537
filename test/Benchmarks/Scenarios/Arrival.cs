using System.Text.Json.Nodes;
using Slipway.EndToEnd.Support;

namespace Slipway.Benchmarks.Scenarios;

/// <summary>When clusters were available.</summary>
/// <param name="At">The timestamp at which the last one was.</param>
/// <param name="FromFirst">From the first sight of any of them until then.</param>
internal sealed record Arrival(long At, TimeSpan FromFirst)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Waits by one watch until so many clusters are available.</summary>
    /// <param name="api">The plane.</param>
    /// <param name="count">How many.</param>
    public static async Task<Arrival> WaitAsync(KubernetesApi api, int count)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        long? first = null;
        await foreach (var clusters in api.FollowAsync("/apis/cluster.x-k8s.io/v1beta2/namespaces/default/clusters", limit.Token))
        {
            if (clusters.Count > 0)
            {
                first ??= TimeProvider.System.GetTimestamp();
            }

            if (clusters.Count == count && clusters.All(IsAvailable))
            {
                return new Arrival(TimeProvider.System.GetTimestamp(), TimeProvider.System.GetElapsedTime(first!.Value));
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }

    private static bool IsAvailable(JsonNode cluster) =>
        cluster["status"]?["conditions"] is JsonArray conditions
        && conditions.Any(c => c!["type"]!.GetValue<string>() == "Available" && c["status"]!.GetValue<string>() == "True");
}
