using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Workloads;

/// <summary>Connects to workload clusters as soon as that can succeed, and asks the connected ones for signs of life.</summary>
/// <param name="informers">The snapshots of the management cluster.</param>
/// <param name="workloads">The connections.</param>
/// <param name="connector">Makes new ones.</param>
internal sealed class WorkloadReconciler(InformerCache informers, WorkloadClusters workloads, IWorkloadConnector connector) : IReconciler
{
    private const int Unauthorized = 401;

    private readonly TimeProvider _time = informers.Options.Time;
    private readonly IInformer<Cluster> _clusters = informers.Of<Cluster>();
    private readonly IInformer<Secret> _secrets = informers.Of<Secret>(WorkloadWiring.ClusterSecrets);
    private readonly IInformer<Machine> _machines = informers.Of<Machine>();

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        var cluster = _clusters.Get(key);
        var connected = workloads.TryGet(key);
        if (cluster is null || (connected is not null && connected.Uid != cluster.Metadata.Uid))
        {
            await workloads.ForgetAsync(key);
            connected = null;
        }

        if (cluster is null)
        {
            return ReconcileResult.Done;
        }

        var kubeconfig = Kubeconfig(key);
        if (connected is not null && kubeconfig is not null && !kubeconfig.AsSpan().SequenceEqual(workloads.KubeconfigOf(key).Span))
        {
            await workloads.DropAsync(key, Down("The kubeconfig changed", failures: 0));
            connected = null;
        }

        if (connected is not null)
        {
            return await ProbeAsync(connected, cancellation);
        }

        if (Missing(cluster, kubeconfig) is { } missing)
        {
            workloads.Note(key, Began(key, WorkloadPhase.Waiting, missing));
            return ReconcileResult.Done;
        }

        return await ConnectAsync(cluster, kubeconfig!, cancellation);
    }

    // What must exist before an attempt can succeed; null for nothing.
    private string? Missing(Cluster cluster, byte[]? kubeconfig)
    {
        if (cluster.Status.Initialization?.InfrastructureProvisioned != true)
        {
            return "Waiting for Cluster status.initialization.infrastructureProvisioned to be true";
        }

        if (kubeconfig is null)
        {
            return $"Waiting for Secret {cluster.Metadata.Name}-kubeconfig with a kubeconfig under the key value";
        }

        return cluster.Status.Initialization.ControlPlaneInitialized == true || StandingMachines(cluster.Metadata.Key) > 0
            ? null
            : "Waiting for a control plane Machine whose infrastructure is provisioned";
    }

    private byte[]? Kubeconfig(ObjectKey cluster) =>
        _secrets.Get(cluster with { Name = cluster.Name + WorkloadWiring.KubeconfigEnd })?.Data.TryGetValue("value", out var value) == true && value.Length > 0
            ? value
            : null;

    private int StandingMachines(ObjectKey cluster) => _machines
        .ByIndex(WorkloadWiring.ControlPlaneIndex, cluster.ToString())
        .Count(m => m.Status.Initialization?.InfrastructureProvisioned == true);

    private async ValueTask<ReconcileResult> ConnectAsync(Cluster cluster, byte[] kubeconfig, CancellationToken cancellation)
    {
        var key = cluster.Metadata.Key;
        IWorkloadConnection connection;
        try
        {
            connection = connector.Connect(kubeconfig);
        }
        catch (FormatException e)
        {
            workloads.Note(key, Down($"The kubeconfig in Secret {key.Name}{WorkloadWiring.KubeconfigEnd} cannot be used: {e.Message}", failures: 1));
            return ReconcileResult.Done;
        }

        using var limit = new CancellationTokenSource(WorkloadTimes.ProbeLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var failure = await TryAsync(connection.ProbeAsync, connection.Server, either.Token, cancellation);
        if (failure.Length == 0)
        {
            WorkloadLink? link = null;
            failure = await TryAsync(
                async ct => link = await workloads.OpenAsync(key, cluster.Metadata.Uid, connection, kubeconfig, ct), connection.Server, either.Token, cancellation);
            if (link is not null)
            {
                var now = _time.GetUtcNow();
                workloads.Publish(link, new WorkloadState(WorkloadPhase.Connected, "", now) { LastProbe = now, LastProbeSuccess = now });
                return ReconcileResult.After(WorkloadTimes.ProbeEvery, "the next probe of the workload cluster");
            }
        }
        else
        {
            await connection.DisposeAsync();
        }

        var before = workloads.StateOf(key);
        var failures = before.Phase == WorkloadPhase.Down ? before.Failures + 1 : 1;
        workloads.Note(key, Began(key, WorkloadPhase.Down, failure) with
        {
            Failures = failures, LastProbe = _time.GetUtcNow(), LastProbeSuccess = before.LastProbeSuccess,
        });
        return ReconcileResult.After(WorkloadTimes.RetryAfter(failures), "the next attempt to connect to the workload cluster");
    }

    private async ValueTask<ReconcileResult> ProbeAsync(WorkloadCluster connected, CancellationToken cancellation)
    {
        var before = workloads.StateOf(connected.Key);
        var due = before.LastProbe + WorkloadTimes.ProbeEvery - _time.GetUtcNow() ?? TimeSpan.Zero;
        if (due > TimeSpan.Zero)
        {
            return ReconcileResult.After(due, "the next probe of the workload cluster");
        }

        using var limit = new CancellationTokenSource(WorkloadTimes.ProbeLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var rejected = false;
        var failure = await TryAsync(
            async ct =>
            {
                try
                {
                    await connected.Connection.ProbeAsync(ct);
                }
                catch (ApiException e) when (e.Code == Unauthorized)
                {
                    rejected = true;
                    throw;
                }
            },
            connected.Connection.Server,
            either.Token,
            cancellation);
        var now = _time.GetUtcNow();
        if (failure.Length == 0)
        {
            workloads.Note(connected.Key, before with { Message = "", Failures = 0, LastProbe = now, LastProbeSuccess = now });
            return ReconcileResult.After(WorkloadTimes.ProbeEvery, "the next probe of the workload cluster");
        }

        var failures = before.Failures + 1;
        if (rejected || failures >= WorkloadTimes.ProbesUntilLost)
        {
            await workloads.DropAsync(
                connected.Key, Down(failure, failures) with { LastProbe = now, LastProbeSuccess = before.LastProbeSuccess });
            return ReconcileResult.After(rejected ? TimeSpan.Zero : WorkloadTimes.RetryLongest, "the next attempt to connect to the workload cluster");
        }

        workloads.Note(connected.Key, before with { Message = failure, Failures = failures, LastProbe = now });
        return ReconcileResult.After(WorkloadTimes.ProbeEvery, "the next probe of the workload cluster");
    }

    // What went wrong, as a sentence; empty for nothing.
    private static async ValueTask<string> TryAsync(
        Func<CancellationToken, ValueTask> attempt, string server, CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            await attempt(limited);
            return "";
        }
        catch (Exception e) when (e is ApiException or WorkloadUnreachableException)
        {
            return $"The workload cluster at {server} cannot be reached: {e.Message}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"The workload cluster at {server} did not answer within {WorkloadTimes.ProbeLimit.TotalSeconds:0} s";
        }
    }

    private WorkloadState Down(string message, int failures) =>
        new(WorkloadPhase.Down, message, _time.GetUtcNow()) { Failures = failures };

    private WorkloadState Began(ObjectKey key, WorkloadPhase phase, string message)
    {
        var before = workloads.StateOf(key);
        return before.Phase == phase && before.Since != default
            ? before with { Message = message }
            : new WorkloadState(phase, message, _time.GetUtcNow());
    }
}
