using Slipway.Api.Conditions;
using Slipway.Providers.Dev;
using Slipway.Runtime.Controllers;

namespace Slipway.Providers.Docker;

/// <summary>
/// The docker backend as far as it goes in this version: it asks whether an engine answers, says what it found, and
/// refuses to make containers.
/// </summary>
/// <param name="engine">The engine.</param>
internal sealed class DockerBackend(DockerEngine engine) : IBackend
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask<ClusterOutcome> EnsureAsync(ClusterJob job, CancellationToken cancellation) =>
        new([Finding.Bad(ConditionTypes.LoadBalancerAvailable, "NotAvailable", await RefusalAsync(cancellation))])
        {
            Next = ReconcileResult.After(LookAgain, "a Docker Engine"),
        };

    /// <inheritdoc/>
    public ValueTask RemoveAsync(ClusterJob job, CancellationToken cancellation) => default;

    /// <inheritdoc/>
    public async ValueTask<MachineOutcome> EnsureAsync(MachineJob job, CancellationToken cancellation) =>
        new([Finding.Bad(ConditionTypes.ContainerProvisioned, "NotProvisioned", await RefusalAsync(cancellation))])
        {
            Next = ReconcileResult.After(LookAgain, "a Docker Engine"),
        };

    /// <inheritdoc/>
    public ValueTask RemoveAsync(MachineJob job, CancellationToken cancellation) => default;

    private async ValueTask<string> RefusalAsync(CancellationToken cancellation) =>
        await engine.PingAsync(cancellation) is { } fault
            ? $"No Docker Engine answers at {engine.Address}: {fault} Start one, point DOCKER_HOST to one, or start Slipway with --simulate to play these machines in memory."
            : $"A Docker Engine answers at {engine.Address}, but this version of Slipway does not make containers yet: start it with --simulate to play these machines in memory.";
}
