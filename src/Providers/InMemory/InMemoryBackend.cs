using System.Collections.Concurrent;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Shared;
using Slipway.Providers.Dev;
using Slipway.Providers.InMemory.Boot;
using Slipway.Providers.InMemory.Etcd;
using Slipway.Providers.InMemory.Objects;
using Slipway.Providers.Shared;
using Slipway.Runtime.Controllers;

namespace Slipway.Providers.InMemory;

/// <summary>Plays clusters and machines in this process.</summary>
/// <param name="context">What the provider works with.</param>
/// <param name="etcdHost">Speaks for etcd members.</param>
internal sealed class InMemoryBackend(ProviderContext context, EtcdHost etcdHost) : IBackend, IAsyncDisposable
{
    private const string Host = "127.0.0.1";
    private static readonly TimeSpan NeverEnds = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PortTaken = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, SimulatedCluster> _clusters = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);

    /// <inheritdoc/>
    public async ValueTask<ClusterOutcome> EnsureAsync(ClusterJob job, CancellationToken cancellation)
    {
        SimulatedCluster cluster;
        try
        {
            cluster = await OpenAsync(job.Infra, cancellation);
        }
        catch (IOException e)
        {
            return new ClusterOutcome([Finding.Bad(ConditionTypes.LoadBalancerAvailable, "NotAvailable", e.Message)])
            {
                Next = ReconcileResult.After(PortTaken, "the port of the simulated API server"),
            };
        }

        if (cluster is { Client: null, HasStore: true })
        {
            // This program was started anew: the cluster goes on where it was.
            await cluster.StartAsync(job.Cluster!.Metadata.Name, VersionOf(job), cancellation);
        }

        return new ClusterOutcome([Finding.Good(ConditionTypes.LoadBalancerAvailable, "Available")])
        {
            Endpoint = new APIEndpoint { Host = Host, Port = cluster.Port },
            FailureDomains = job.Infra.WantedFailureDomains,
            Provisioned = true,
        };
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(ClusterJob job, CancellationToken cancellation)
    {
        if (_clusters.TryRemove(job.Infra.Metadata.Uid, out var cluster))
        {
            await cluster.RemoveAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<MachineOutcome> EnsureAsync(MachineJob job, CancellationToken cancellation)
    {
        var kind = job.Infra.Backend;
        var role = job.Machine!.Metadata.Labels.ContainsKey(Labels.ControlPlane) ? BootRole.ControlPlane : BootRole.Worker;
        if (Missing(job, role) is var (reason, message))
        {
            return new MachineOutcome(BootFindings.Waiting(kind, reason, message));
        }

        var table = BootTable.Of(job.Infra.Boot, job.Infra.Metadata);
        var finished = BootProgress.Finished(job.Infra.Conditions, step => BootFindings.TypeOf(kind, step));
        var begin = ConditionSet.Get(job.Machine.Status.Conditions, ConditionTypes.BootstrapConfigReady)?.LastTransitionTime
            ?? job.Infra.Metadata.CreationTimestamp!.Value;
        var progress = BootProgress.At(role, table, begin, finished, context.Options.Time.GetUtcNow());
        var machine = MachineOf(job, role);
        if (progress.Done.Count > finished.Count)
        {
            await RegisterAsync(job, machine, progress, cancellation);
        }

        var up = progress.Done.Contains(BootStep.Vm);
        return new MachineOutcome(BootFindings.Of(kind, role, progress))
        {
            ProviderId = up ? machine.ProviderId : null,
            Addresses = up ? [new MachineAddress { Type = "Hostname", Address = machine.Name }, new MachineAddress { Type = "InternalIP", Address = machine.Address }] : [],
            Provisioned = up,
            Next = progress.Current is { } step
                ? ReconcileResult.After(progress.Remaining ?? NeverEnds, $"boot step {step}")
                : ReconcileResult.Done,
        };
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(MachineJob job, CancellationToken cancellation)
    {
        if (job.InfraCluster is { } infra && _clusters.TryGetValue(infra.Metadata.Uid, out var cluster) && cluster.Client is { } client)
        {
            await new Registration(client, cluster.Etcd, context).RemoveAsync(job.Infra.Metadata.Name, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in _clusters.Values)
        {
            await cluster.DisposeAsync();
        }

        _opening.Dispose();
    }

    private static (string Reason, string Message)? Missing(MachineJob job, BootRole role)
    {
        if (job.InfraCluster?.Provisioned != true)
        {
            return ("WaitingForClusterInfrastructureReady", $"Waiting for the infrastructure of cluster {job.Cluster!.Metadata.Name} to be provisioned.");
        }

        if (role == BootRole.Worker && job.Cluster!.Status.Initialization?.ControlPlaneInitialized != true)
        {
            return ("WaitingForControlPlaneInitialized", $"Waiting for the control plane of cluster {job.Cluster.Metadata.Name} to be initialised.");
        }

        return job.Machine!.Spec.Bootstrap.DataSecretName is null
            ? ("WaitingForBootstrapData", "Waiting for the bootstrap provider to make the data Secret.")
            : null;
    }

    private static SimulatedMachine MachineOf(MachineJob job, BootRole role)
    {
        var name = job.Infra.Metadata.Name;
        return new SimulatedMachine(
            name,
            job.Infra.Metadata.Uid,
            role == BootRole.ControlPlane,
            job.Machine!.Spec.Version ?? "v0.0.0",
            job.Infra.ProviderId ?? (job.Infra.Backend == BackendKind.Docker ? $"docker:////{name}" : $"in-memory://{name}"));
    }

    private static string VersionOf(ClusterJob job) => job.Cluster?.Spec.Topology?.Version ?? "v1.36.2";

    // A Node can only be registered where an API answers: that of the first control-plane machine comes with its own last step.
    private async ValueTask RegisterAsync(MachineJob job, SimulatedMachine machine, BootProgress progress, CancellationToken cancellation)
    {
        var cluster = await OpenAsync(job.InfraCluster!, cancellation);
        var client = cluster.Client;
        if (client is null && progress.Done.Contains(BootStep.ApiServer))
        {
            client = await cluster.StartAsync(job.Cluster!.Metadata.Name, machine.Version, cancellation);
        }

        if (client is null)
        {
            return;
        }

        var registration = new Registration(client, cluster.Etcd, context);
        if (progress.Done.Contains(BootStep.ApiServer))
        {
            await registration.InitializeAsync(machine.Version, cancellation);
            await registration.AddControlPlaneAsync(machine, cancellation);
        }

        if (progress.Done.Contains(BootStep.Node))
        {
            await registration.AddNodeAsync(machine, cancellation);
        }
    }

    private async ValueTask<SimulatedCluster> OpenAsync(InfraCluster infra, CancellationToken cancellation)
    {
        if (_clusters.TryGetValue(infra.Metadata.Uid, out var cluster))
        {
            return cluster;
        }

        await _opening.WaitAsync(cancellation);
        try
        {
            if (!_clusters.TryGetValue(infra.Metadata.Uid, out cluster))
            {
                // A port without a host is only the default that admission gives containers.
                var port = infra.Endpoint is { Host: { Length: > 0 } } endpoint ? endpoint.Port ?? 0 : 0;
                cluster = new SimulatedCluster(context, etcdHost, infra.Metadata, port);
                _clusters[infra.Metadata.Uid] = cluster;
            }

            return cluster;
        }
        finally
        {
            _opening.Release();
        }
    }
}
