using System.Collections.Concurrent;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>The program is killed without warning in the middle of its work and started again on the same directory.</summary>
public sealed class Crash : IDisposable
{
    private const string Name = "survivor";
    private const int Writers = 4;
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-e2e-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_was_begun_is_finished()
    {
        var port = Plane.FreePort();
        var acknowledged = new ConcurrentDictionary<string, string>();
        await using (var plane = await StartAsync(port))
        {
            var yaml = (await plane.SlipwayAsync(
                "generate", "cluster", Name, "--infrastructure", "in-memory", "--control-plane-machine-count", "1", "--worker-machine-count", "2")).Succeeded();
            var slow = yaml.Replace(
                "inMemory: {}",
                "inMemory: {vm: {provisioning: {startupDuration: 2s}}, node: {provisioning: {startupDuration: 1s}}}",
                StringComparison.Ordinal);
            Assert.NotEqual(yaml, slow);

            // DevCluster has no delays: its document keeps the empty object.
            slow = Untouched(slow, "DevCluster");
            (await plane.SlipwayWithInputAsync(slow, "apply", "-f", "-")).Succeeded();
            var writing = Enumerable.Range(0, Writers).Select(w => WriteUntilKilledAsync(plane.Api, w, acknowledged)).ToList();
            await plane.Api.UntilAsync(
                Resource.DevMachines.In(), "a machine boots", state => state.Any(m => m.Conditions.Any(c => c.Text("reason") == "WaitingForStartupTimeout")));
            await plane.KillAsync();
            await Task.WhenAll(writing);
        }

        Assert.NotEmpty(acknowledged);
        await using (var plane = await StartAsync(port))
        {
            await EverythingIsThereAsync(plane, acknowledged);
            await plane.Api.AvailableAsync(Name);
            await plane.KillAsync();
        }

        await using (var plane = await StartAsync(port))
        {
            // A cluster that was complete is so again, with the same machines and at the same address.
            await EverythingIsThereAsync(plane, acknowledged);
            await plane.Api.AvailableAsync(Name);
            var machines = await plane.Api.ListAsync(Resource.Machines.In(), Cancellation);
            Assert.Equal(3, machines.Count);
            Assert.Equal(3, (await plane.Api.ListAsync(Resource.DevMachines.In(), Cancellation)).Count);
            Assert.Equal(3, (await plane.Api.ListAsync(Resource.KubeadmConfigs.In(), Cancellation)).Count);
            using var workload = KubernetesApi.Of(await plane.WorkloadKubeconfigAsync(Name));
            var nodes = await workload.ListAsync("/api/v1/nodes", Cancellation);
            Assert.Equal(
                machines.Select(m => m.Text("status", "nodeRef", "name")).Order(StringComparer.Ordinal), nodes.Select(n => n.Name).Order(StringComparer.Ordinal));
            Assert.Equal(0, await plane.StopAsync());
        }
    }

    private static async Task WriteUntilKilledAsync(KubernetesApi api, int writer, ConcurrentDictionary<string, string> acknowledged)
    {
        for (var at = 0; ; at++)
        {
            var name = $"w{writer}-{at}";
            try
            {
                var created = await api.SendAsync(
                    HttpMethod.Post,
                    Resource.ConfigMaps.In(),
                    $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"},"data":{"written":"{{{at}}}"}}""",
                    Cancellation);
                acknowledged[name] = created.Uid;
            }
            catch (HttpRequestException)
            {
                // The program is killed: this write was not acknowledged.
                return;
            }
        }
    }

    private static async Task EverythingIsThereAsync(Plane plane, ConcurrentDictionary<string, string> acknowledged)
    {
        var found = (await plane.Api.ListAsync(Resource.ConfigMaps.In(), Cancellation)).ToDictionary(c => c.Name, c => c.Uid);
        var lost = acknowledged.Where(a => !found.TryGetValue(a.Key, out var uid) || uid != a.Value).Select(a => a.Key).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} of {acknowledged.Count} acknowledged writes are lost: {string.Join(", ", lost.Take(10))}");
    }

    private static string Untouched(string yaml, string kind) => string.Join(
        "---\n",
        yaml.Split("---\n").Select(d => d.Contains($"kind: {kind}\n", StringComparison.Ordinal) && d.Contains("backend:", StringComparison.Ordinal)
            ? d[..d.IndexOf("inMemory:", StringComparison.Ordinal)] + "inMemory: {}\n"
            : d));

    private Task<Plane> StartAsync(int port) => Plane.StartAsync(new PlaneOptions { Folder = _folder, Port = port });
}
