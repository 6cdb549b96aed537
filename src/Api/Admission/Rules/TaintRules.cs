using Slipway.Api.Core;
using Slipway.Api.Core.Shared;

namespace Slipway.Api.Admission.Rules;

/// <summary>Which taints may be asked for: those that Kubernetes or Cluster API set themselves may not.</summary>
internal static class TaintRules
{
    private static readonly string[] Reserved = [TaintKeys.NodeUninitialized, TaintKeys.NodeOutdatedRevision, "node-role.kubernetes.io/master"];
    private static readonly string[] ReservedPrefixes = ["node.kubernetes.io/", "node.cloudprovider.kubernetes.io/"];

    /// <summary>Checks the taints of a control-plane machine.</summary>
    public static void ControlPlane(Faults faults, string field, IReadOnlyList<MachineTaint> taints) => Check(faults, field, taints);

    /// <summary>Checks the taints of a worker.</summary>
    public static void Worker(Faults faults, string field, IReadOnlyList<MachineTaint> taints)
    {
        Check(faults, field, taints);
        for (var at = 0; at < taints.Count; at++)
        {
            if (taints[at].Key == TaintKeys.ControlPlane)
            {
                faults.Invalid($"{field}[{at}].key", taints[at].Key, "the taint is for machines of a control plane only");
            }
        }
    }

    private static void Check(Faults faults, string field, IReadOnlyList<MachineTaint> taints)
    {
        for (var at = 0; at < taints.Count; at++)
        {
            var key = taints[at].Key;
            if (Array.IndexOf(Reserved, key) >= 0
                || (key != TaintKeys.OutOfService && Array.Exists(ReservedPrefixes, p => key.StartsWith(p, StringComparison.Ordinal))))
            {
                faults.Invalid($"{field}[{at}].key", key, "the taint is set by Kubernetes or Cluster API itself; use a key of your own domain");
            }
        }
    }
}
