using System.Text.RegularExpressions;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>The one command of the README.</summary>
public sealed partial class Quickstart : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-e2e-").FullName;

    private string DataDirectory => Path.Combine(_folder, "plane");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_brings_a_cluster_up_and_with_exit_ends()
    {
        var finished = await new Execution(Checkout.Program, ["quickstart", "--exit", "--data", DataDirectory]) { Limit = Limit }.ToEndAsync();

        var output = finished.Succeeded();
        Assert.Contains("KubeadmControlPlane/quickstart-control-plane", output, StringComparison.Ordinal);
        Assert.Contains("MachineDeployment/quickstart-md-0", output, StringComparison.Ordinal);
        Assert.Matches(Duration(), output);
        Assert.Contains(Path.Combine(DataDirectory, "kubeconfig"), output, StringComparison.Ordinal);
        Assert.Contains("kubectl", output, StringComparison.Ordinal);

        // Redirected: plain lines, no cursor tricks.
        Assert.DoesNotContain('\u001b', finished.All);
        Assert.DoesNotContain('\r', finished.All);
    }

    [Fact]
    public async Task Without_exit_it_stays_up_and_its_kubeconfigs_work()
    {
        using var process = new Execution(Checkout.Program, ["quickstart", "--data", DataDirectory]).Start();
        var transcript = new Transcript(process);
        try
        {
            using var seen = new CancellationTokenSource(Limit, TimeProvider.System);
            var plane = Path.Combine(DataDirectory, "kubeconfig");
            await transcript.LineAsync(l => l.Contains(plane, StringComparison.Ordinal), "The kubeconfig is told", Limit);
            using var api = KubernetesApi.Of(plane);
            await api.AvailableAsync("quickstart");
            var workload = Path.Combine(_folder, "workload.kubeconfig");
            var told = await new Execution(Checkout.Program, ["get", "kubeconfig", "quickstart", "--data", DataDirectory]).ToEndAsync();
            await File.WriteAllTextAsync(workload, told.Succeeded(), TestContext.Current.CancellationToken);
            using var workloadApi = KubernetesApi.Of(workload);
            var nodes = await workloadApi.ListAsync("/api/v1/nodes", TestContext.Current.CancellationToken);
            Assert.Equal(3, nodes.Count);
            Assert.All(nodes, n => Assert.True(n.Is("Ready"), n.Summary()));

            Assert.False(process.HasExited, transcript.Text);
            (await new Execution("/bin/sh", ["-c", "kill -INT \"$0\"", $"{process.Id}"]).ToEndAsync()).Succeeded();
            await process.WaitForExitAsync(seen.Token);
            Assert.True(process.ExitCode == 0, $"Ctrl-C ended it with {process.ExitCode}:\n{transcript.Text}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)? ?s\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
