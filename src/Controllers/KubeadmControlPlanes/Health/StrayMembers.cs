using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>etcd members whose Machine is gone; a pure function of the view.</summary>
internal static class StrayMembers
{
    /// <summary>The next member to remove: one that never started, else one without a Machine where the others keep a quorum.</summary>
    /// <param name="view">What is, judged.</param>
    /// <returns>The change, or null for none.</returns>
    public static Change.RemoveMember? Next(View view)
    {
        if (!view.ManagesEtcd || view.Workload.Etcd is not { } etcd || view.Machines.Count == 0 || view.Provisioning.Any())
        {
            // A Machine without a Node may be the one whose member is seen already.
            return null;
        }

        var names = view.Machines.Select(m => m.NodeName).ToHashSet();
        var stray = etcd.Members
            .Where(m => m.Name.Length == 0 || !names.Contains(m.Name))
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ThenBy(m => m.Id)
            .FirstOrDefault();
        if (stray is null)
        {
            return null;
        }

        if (stray.Name.Length == 0)
        {
            return new Change.RemoveMember(stray.Id, "remove an etcd member that never started");
        }

        return Quorum.WhyNotWithout(view, stray.Id).Length == 0
            ? new Change.RemoveMember(stray.Id, $"remove etcd member {stray.Name}: it has no Machine")
            : null;
    }
}
