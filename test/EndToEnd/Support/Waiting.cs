using System.Text.Json.Nodes;

namespace Slipway.EndToEnd.Support;

/// <summary>Waits for states of the API, by watching; a wait that takes too long fails the test and shows the last state.</summary>
internal static class Waiting
{
    /// <summary>How long a state may take on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    extension(KubernetesApi api)
    {
        /// <summary>The objects of a list as soon as they are as wanted.</summary>
        /// <param name="path">A list's path, which may have a query.</param>
        /// <param name="what">What is waited for, for messages.</param>
        /// <param name="wanted">Whether the state is the one.</param>
        public async Task<IReadOnlyCollection<JsonNode>> UntilAsync(string path, string what, Func<IReadOnlyCollection<JsonNode>, bool> wanted)
        {
            using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, TestContext.Current.CancellationToken);
            IReadOnlyCollection<JsonNode> last = [];
            try
            {
                await foreach (var state in api.FollowAsync(path, both.Token))
                {
                    last = [.. state];
                    if (wanted(last))
                    {
                        return last;
                    }
                }
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                // The message below says what was seen instead.
            }

            Assert.Fail($"{what}: not within {Limit.TotalSeconds} s. The last state of {path}:\n{string.Join('\n', last.Select(o => "  " + o.Summary()))}");
            return last;
        }

        /// <summary>One object as soon as it is as wanted.</summary>
        /// <param name="resource">Its resource.</param>
        /// <param name="name">Its name.</param>
        /// <param name="what">What is waited for, for messages.</param>
        /// <param name="wanted">Whether the state is the one.</param>
        /// <param name="namespace">Its namespace.</param>
        public async Task<JsonNode> UntilAsync(Resource resource, string name, string what, Func<JsonNode, bool> wanted, string @namespace = "default")
        {
            var path = $"{resource.In(@namespace)}?fieldSelector={Uri.EscapeDataString("metadata.name=" + name)}";
            return (await api.UntilAsync(path, $"{resource.Plural}/{name} {what}", state => state.Any(o => o.Name == name && wanted(o)))).First(o => o.Name == name);
        }

        /// <summary>Waits until a cluster is gone.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="namespace">Its namespace.</param>
        public Task GoneAsync(string name, string @namespace = "default") =>
            api.UntilAsync($"{Resource.Clusters.In(@namespace)}", $"clusters/{name} gone", state => state.All(o => o.Name != name));

        /// <summary>Waits until a cluster, its control plane and its workers are available at the wanted size and version.</summary>
        /// <param name="name">The cluster's name, from which its parts have theirs.</param>
        /// <param name="namespace">Its namespace.</param>
        public async Task AvailableAsync(string name, string @namespace = "default")
        {
            await api.UntilAsync(Resource.KubeadmControlPlanes, name + "-control-plane", "settled", IsSettled, @namespace);
            await api.UntilAsync(Resource.MachineDeployments, name + "-md-0", "settled", IsSettled, @namespace);
            await api.UntilAsync(Resource.Clusters, name, "Available", c => c.Is("Available"), @namespace);
        }
    }

    /// <summary>Whether as many replicas as wanted are there, available and up to date, and no others.</summary>
    /// <param name="value">A MachineDeployment or KubeadmControlPlane.</param>
    public static bool IsSettled(JsonNode value)
    {
        var wanted = value.Number("spec", "replicas");
        return value.IsObserved && value.Is("Available")
            && ((string[])["replicas", "readyReplicas", "availableReplicas", "upToDateReplicas"]).All(field => value.Number("status", field) == wanted);
    }
}
