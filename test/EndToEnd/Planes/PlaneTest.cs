using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Planes;

/// <summary>A test against a shared plane: where it fails, it shows the end of what the plane wrote.</summary>
/// <param name="plane">The plane.</param>
public abstract class PlaneTest(SharedPlane plane) : IAsyncDisposable
{
    private protected Plane Plane { get; } = plane.Running;

    private protected KubernetesApi Api => Plane.Api;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("The plane's last output:\n" + string.Join('\n', Plane.Output.Split('\n').TakeLast(60)));
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Generates a cluster of machines that come up at once, applies it with <c>slipway apply</c> and waits until it is available.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="controlPlane">Control-plane machines.</param>
    /// <param name="workers">Worker machines.</param>
    /// <param name="version">The Kubernetes version.</param>
    private protected async Task ClusterAsync(string name, int controlPlane, int workers, string version = "v1.36.2")
    {
        (await Plane.SlipwayWithInputAsync(await YamlAsync(name, controlPlane, workers, version), "apply", "-f", "-")).Succeeded();
        await Api.AvailableAsync(name);
    }

    /// <summary>The YAML of an in-memory cluster.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="controlPlane">Control-plane machines.</param>
    /// <param name="workers">Worker machines.</param>
    /// <param name="version">The Kubernetes version.</param>
    private protected async Task<string> YamlAsync(string name, int controlPlane, int workers, string version = "v1.36.2") =>
        (await Plane.SlipwayAsync(
            "generate", "cluster", name, "--infrastructure", "in-memory", "--kubernetes-version", version,
            "--control-plane-machine-count", $"{controlPlane}", "--worker-machine-count", $"{workers}")).Succeeded();

    /// <summary>Deletes a cluster and waits until it is gone.</summary>
    /// <param name="name">Its name.</param>
    private protected async Task DeleteAsync(string name)
    {
        (await Plane.SlipwayAsync("delete", "cluster", name)).Succeeded();
        await Api.GoneAsync(name);
    }
}
