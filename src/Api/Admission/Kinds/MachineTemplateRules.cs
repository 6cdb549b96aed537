using Slipway.Api.Admission.Rules;
using Slipway.Api.Core.Machines;

namespace Slipway.Api.Admission.Kinds;

/// <summary>The machines that a set or deployment makes.</summary>
internal static class MachineTemplateRules
{
    /// <summary>Checks the template.</summary>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="clusterName">The cluster of the set or deployment.</param>
    /// <param name="template">The template.</param>
    public static void Check(Faults faults, string clusterName, MachineTemplateSpec template)
    {
        if (template.Spec.ClusterName != clusterName)
        {
            faults.Invalid("spec.template.spec.clusterName", template.Spec.ClusterName, $"machines belong to the same cluster as their owner: write \"{clusterName}\", as in spec.clusterName");
        }

        FieldRules.Bootstrap(faults, "spec.template.spec.bootstrap", template.Spec.Bootstrap);
        FieldRules.Version(faults, "spec.template.spec.version", template.Spec.Version);
        FieldRules.Metadata(faults, "spec.template.metadata", template.Metadata);
        TaintRules.Worker(faults, "spec.template.spec.taints", template.Spec.Taints);
    }
}
