using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Machinery.Objects;
using Slipway.Providers.Shared;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Providers.Dev;

/// <summary>Brings an infrastructure cluster of one kind to life through its backend, and ends it.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="TShape">Where the kind keeps things.</typeparam>
/// <param name="context">What the provider works with.</param>
/// <param name="backends">Who does the work.</param>
internal sealed class ClusterReconciler<T, TShape>(ProviderContext context, Backends backends) : IReconciler
    where T : class, IKind<T>
    where TShape : IClusterShape<T>
{
    private readonly IInformer<T> _objects = context.Informers.Of<T>();
    private readonly Owners _owners = new(context.Informers);

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_objects.Get(key) is not { } value)
        {
            return ReconcileResult.Done;
        }

        var infra = TShape.Read(value);
        var cluster = _owners.ClusterOf(value.Metadata);
        if (cluster is null && !value.Metadata.IsDeleting)
        {
            // The Cluster controller sets the owner reference; that change wakes this controller.
            return ReconcileResult.Done;
        }

        var now = context.Options.Time.GetUtcNow();
        var paused = Findings.Paused(value.Metadata, cluster);
        infra = infra with { Conditions = Findings.Set(infra.Conditions, paused, value.Metadata, now) };
        if (paused.Status == ConditionSet.True)
        {
            await context.Client.SaveAsync(value, TShape.Write(value, infra), cancellation);
            return ReconcileResult.Done;
        }

        var backend = backends.Of(infra.Backend);
        var job = new ClusterJob(infra, cluster);
        if (value.Metadata.IsDeleting)
        {
            await backend.RemoveAsync(job, cancellation);
            await context.Client.PatchAsync(
                value,
                value.WithMetadata(value.Metadata.WithoutFinalizer(Finalizers.InfrastructureCluster)),
                ObjectPart.Main,
                cancellation);
            return ReconcileResult.Done;
        }

        var held = value.Metadata.WithFinalizer(Finalizers.InfrastructureCluster);
        if (!ReferenceEquals(held, value.Metadata))
        {
            // The finalizer stands before anything is made.
            value = await context.Client.PatchAsync(value, value.WithMetadata(held), ObjectPart.Main, cancellation);
        }

        var outcome = await backend.EnsureAsync(job, cancellation);
        var report = infra with
        {
            Metadata = value.Metadata,
            Endpoint = outcome.Endpoint ?? infra.Endpoint,
            FailureDomains = outcome.FailureDomains,
            Provisioned = outcome.Provisioned || infra.Provisioned,
            Conditions = Findings.Apply(infra.Conditions, outcome.Findings, value.Metadata, now),
        };
        await context.Client.SaveAsync(value, TShape.Write(value, report), cancellation);
        return outcome.Next;
    }
}
