using Slipway.Api.Conditions;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Whether a control plane can be counted on; a pure function of the view.</summary>
internal static class AvailableReport
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>The condition.</summary>
    /// <param name="view">What is, judged.</param>
    public static Condition Of(View view)
    {
        const string type = ConditionTypes.Available;
        if (!view.IsInitialized)
        {
            return Facts.False(type, Reasons.NotAvailable, "Control plane not yet initialized");
        }

        if (MachineHealth.ConnectionDown(view) is { } down)
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, down);
        }

        if (view.ManagesEtcd && view.Workload.Etcd is null && !view.ControlPlane.Metadata.IsDeleting)
        {
            return WithoutMembers(view);
        }

        var lines = new List<string>();
        if (view.ControlPlane.Metadata.IsDeleting)
        {
            lines.Add("* Control plane metadata.deletionTimestamp is set");
        }

        if (!view.Certificates.IsComplete)
        {
            lines.Add("* Control plane certificates are not available");
        }

        if (view.ManagesEtcd && view.Workload.Etcd is { } etcd)
        {
            AddEtcd(view, etcd, lines);
        }

        if (!view.Machines.Any(m => m.Machine.Spec.ProviderID is { Length: > 0 } && m.AreHealthy(HealthTypes.Pods(view))))
        {
            lines.Add("* There are no Machines with healthy control plane components, at least 1 required");
        }

        return lines.Count == 0
            ? Facts.True(type, Reasons.Available)
            : Facts.False(type, Reasons.NotAvailable, string.Join('\n', lines));
    }

    private static Condition WithoutMembers(View view)
    {
        const string type = ConditionTypes.Available;
        var initialized = ConditionSet.Get(view.ControlPlane.Status.Conditions, ConditionTypes.Initialized);
        if (initialized is not { Status: ConditionSet.True } || view.Now - initialized.LastTransitionTime <= Settling)
        {
            return Facts.False(type, Reasons.NotAvailable, "Waiting for etcd to report the list of members");
        }

        // A connection that has just been lost says nothing about the control plane; a silent etcd does.
        return view.Workload.IsConnected || ConditionSet.Get(view.ControlPlane.Status.Conditions, type) is not { } before
            ? Facts.Unknown(type, Reasons.InspectionFailed, "Failed to get etcd members")
            : before;
    }

    private static void AddEtcd(View view, EtcdSnapshot etcd, List<string> lines)
    {
        if (!Match(view, etcd))
        {
            lines.Add("* The list of etcd members does not match the list of Machines and Nodes");
            return;
        }

        var voting = etcd.Members.Where(m => !m.IsLearner).ToList();
        var learners = etcd.Members.Count - voting.Count;
        var healthy = voting.Count(m => Quorum.IsHealthy(view, etcd, m));
        var needed = Quorum.Of(voting.Count);
        if (healthy < needed)
        {
            var learning = learners > 0 ? $"{Prose.Count(learners, "learner etcd member")}, " : "";
            lines.Add($"* {healthy} of {voting.Count} etcd members are healthy, {learning}at least {needed} healthy member required for etcd quorum");
        }
    }

    // Members come before their Machine knows its Node, and go after: young Nodes and Machines on the way do not count.
    private static bool Match(View view, EtcdSnapshot etcd)
    {
        var nodes = view.Machines.Select(m => m.NodeName).OfType<string>().ToHashSet();
        if (!view.Provisioning.Any() && etcd.Members.Any(m => m.Name.Length > 0 && !nodes.Contains(m.Name)))
        {
            return false;
        }

        return view.Machines.All(m => m.NodeName is null || m.IsDeleting || etcd.MemberOf(m.NodeName) is not null
            || m.Node?.Metadata.CreationTimestamp is not { } born || view.Now - born < Settling);
    }
}
