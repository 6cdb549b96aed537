using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>A node that stops being ready is replaced by its MachineHealthCheck.</summary>
[Collection(SimulatedPlane.Name)]
public sealed class Repair(SimulatedPlane plane) : PlaneTest(plane)
{
    private const string Name = "repaired";

    [Fact]
    public async Task A_node_that_is_not_ready_is_replaced()
    {
        await ClusterAsync(Name, controlPlane: 1, workers: 2);
        var health = await Api.UntilAsync(
            Resource.MachineHealthChecks, Name + "-md-0", "counts its machines", c => c.Number("status", "expectedMachines") == 2 && c.Number("status", "currentHealthy") == 2);
        Assert.Equal(2, health.Number("status", "remediationsAllowed"));

        var workers = "cluster.x-k8s.io/deployment-name=" + Name + "-md-0";
        var before = await Api.ListAsync(Resource.Machines.Labelled(workers), Cancellation);
        var sick = before[0];
        var node = sick.Text("status", "nodeRef", "name");
        using var workload = KubernetesApi.Of(await Plane.WorkloadKubeconfigAsync(Name));

        // Since long before the test began: what has to pass before the repair has passed already.
        await workload.SendAsync(
            HttpMethod.Patch,
            $"/api/v1/nodes/{node}/status",
            """{"status":{"conditions":[{"type":"Ready","status":"False","reason":"KubeletNotReady","message":"unplugged by a test","lastTransitionTime":"2020-01-01T00:00:00Z","lastHeartbeatTime":"2020-01-01T00:00:00Z"}]}}""",
            Cancellation);

        var machines = await Api.UntilAsync(
            Resource.Machines.Labelled(workers),
            "the sick machine replaced",
            state => state.Count == 2 && state.All(m => m.Uid != sick.Uid && m.Is("Available")));
        Assert.Contains(before[1].Uid, machines.Select(m => m.Uid));
        await Api.AvailableAsync(Name);
        await Api.UntilAsync(Resource.MachineHealthChecks, Name + "-md-0", "healthy again", c => c.Number("status", "currentHealthy") == 2);
        Assert.DoesNotContain(node, (await workload.ListAsync("/api/v1/nodes", Cancellation)).Select(n => n.Name));
        await DeleteAsync(Name);
    }
}
