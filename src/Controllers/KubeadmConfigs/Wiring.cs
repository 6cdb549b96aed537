using Slipway.Api.Bootstrap;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>What wakes the KubeadmConfig controller.</summary>
internal static class Wiring
{
    private const string WaitingIndex = "waitingOfCluster";
    private const int Workers = 4;

    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    /// <param name="maker">Makes certificates.</param>
    public static Controller Build(ControllerContext context, CertificateMaker maker)
    {
        var informers = context.Informers;
        informers.Of<KubeadmConfig>().AddIndex(WaitingIndex, static c => IsWaiting(c) ? [ClusterOf(c).ToString()] : []);
        IEnumerable<ObjectKey> Waiting(ObjectKey cluster) =>
            informers.Of<KubeadmConfig>().ByIndex(WaitingIndex, cluster.ToString()).Select(c => c.Metadata.Key);

        return Controller.Named("kubeadmconfig")
            .For<KubeadmConfig>(informers)
            .Watches<Machine>(ConfigOf, Matters)
            .Watches<Cluster>(c => Waiting(c.Metadata.Key), Indexes.Matters)
            .Watches(
                informers.Of<Secret>(WorkloadWiring.ClusterSecrets),
                s => IsCertificate(s) ? Waiting(s.Metadata.Key with { Name = s.Metadata.Labels[Labels.ClusterName] }) : [])
            .Workers(Workers)
            .Reconcile(controller =>
            {
                context.Workloads.Subscribe(change =>
                {
                    if (change.Type == WorkloadChangeType.Connected)
                    {
                        foreach (var key in Waiting(change.Cluster))
                        {
                            controller.Enqueue(key);
                        }
                    }
                });
                var chronicle = new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.KubeadmConfigs"));
                var initLock = new InitLock(context.Client, informers.Of<Machine>());
                return new Reconciler(context.Client, new Observer(context), new Bootstrapper(context.Client, initLock, maker, chronicle));
            })
            .Build();
    }

    private static bool IsWaiting(KubeadmConfig config) =>
        config.Status.Initialization?.DataSecretCreated != true && config.Metadata.Labels.ContainsKey(Labels.ClusterName);

    private static ObjectKey ClusterOf(KubeadmConfig config) => config.Metadata.Key with { Name = config.Metadata.Labels[Labels.ClusterName] };

    private static bool IsCertificate(Secret secret) =>
        secret.Metadata.Labels.TryGetValue(Labels.ClusterName, out var cluster)
        && Enum.GetValues<CertificatePurpose>().Any(p => p.SecretName(cluster) == secret.Metadata.Name);

    private static IEnumerable<ObjectKey> ConfigOf(Machine machine) =>
        machine.Spec.Bootstrap.ConfigRef is { } reference
        && reference.Kind == KubeadmConfig.Resource.Kind && reference.ApiGroup == KubeadmConfig.Resource.Group
            ? [machine.Metadata.Key with { Name = reference.Name }]
            : [];

    // What a KubeadmConfig asks of its Machine: that it is there, and whether it still needs its data.
    private static bool Matters(InformerChange<Machine> change) =>
        change is not { Old: { } old, New: { } now }
        || old.Metadata.Generation != now.Metadata.Generation
        || (old.Status.NodeRef is null) != (now.Status.NodeRef is null);
}
