using Slipway.Api.Conditions;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Whether the control plane is fit for a change; a pure function of the view.</summary>
internal static class Preflight
{
    private const string Components = "waiting for control plane components to become healthy";
    private const string Etcd = "waiting for etcd cluster to become healthy";

    /// <summary>What must be waited for before a Machine is made.</summary>
    /// <param name="view">What is.</param>
    /// <returns>One line each; empty for nothing.</returns>
    public static IReadOnlyList<string> BeforeScaleUp(View view)
    {
        var lines = Common(view);
        if (view.Machines.Count > 0 && !view.Certificates.IsComplete)
        {
            lines.Add("cluster certificates are missing or unknown");
        }

        if (view.Template is { Found: false })
        {
            lines.Add($"{view.Template.Reference.Kind} does not exist");
        }

        AddHealth(view, lines, without: null);
        return lines;
    }

    /// <summary>What must be waited for before a Machine goes.</summary>
    /// <param name="view">What is.</param>
    /// <param name="leaving">The Machine.</param>
    /// <returns>One line each; empty for nothing.</returns>
    public static IReadOnlyList<string> BeforeScaleDown(View view, ControlPlaneMachine leaving)
    {
        var lines = Common(view);
        AddHealth(view, lines, leaving);
        return lines;
    }

    private static List<string> Common(View view)
    {
        var lines = new List<string>();
        if (view.Machines.Count == 0)
        {
            return lines;
        }

        if (view.Cluster?.Spec.Topology?.Version is { Length: > 0 } wanted && wanted != view.ControlPlane.Spec.Version)
        {
            lines.Add($"waiting for a version upgrade to {wanted} to be propagated");
        }

        if (view.Deleting.Any())
        {
            lines.Add("waiting for a control plane Machine to complete deletion");
        }

        return lines;
    }

    private static void AddHealth(View view, List<string> lines, ControlPlaneMachine? without)
    {
        var counted = view.Machines.Where(m => m.Name != without?.Name && !m.IsDeleting).ToList();
        if (view.RemediationInProgress.Length > 0 && without is null)
        {
            AddHealthInRemediation(view, lines, counted);
            return;
        }

        if (counted.Exists(m => m.NodeName is null || !m.AreHealthy(HealthTypes.Pods(view))))
        {
            lines.Add(Components);
        }

        if (view.ManagesEtcd && counted.Exists(m => m.HealthOf(ConditionTypes.EtcdMemberHealthy) is not { Status: ConditionSet.True }))
        {
            lines.Add(Etcd);
        }
    }

    // While a broken Machine is replaced not all can be healthy: one whole Machine, and a quorum with one more member, must do.
    private static void AddHealthInRemediation(View view, List<string> lines, List<ControlPlaneMachine> counted)
    {
        if (counted.Count > 0 && !counted.Exists(m => m.NodeName is not null && m.AreHealthy(HealthTypes.Components(view))))
        {
            lines.Add(Components);
        }

        if (!view.ManagesEtcd || view.Workload.Etcd is not { Members: { Count: > 0 } members } etcd)
        {
            return;
        }

        var voting = members.Where(m => !m.IsLearner).ToList();
        var healthy = voting.Count(m => Quorum.IsHealthy(view, etcd, m));
        var joins = voting.Count <= 1 ? 1 : 0;
        if (healthy + joins < Quorum.Of(voting.Count + 1))
        {
            lines.Add(Etcd);
        }
    }
}
