using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;

namespace Slipway.Api.Admission.Kinds;

/// <summary>Machine.</summary>
internal sealed class MachineRules : KindRules<Machine>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        Defaults.ClusterLabel(value);
        Defaults.Version(value, "spec.version");
        Defaults.Set(value, "spec.deletion.nodeDeletionTimeoutSeconds", 10);
    }

    /// <inheritdoc/>
    protected override void Check(Machine value, Machine? old, Faults faults)
    {
        var isOfPool = value.Metadata.Labels.ContainsKey(Labels.PoolName)
            || value.Metadata.OwnerReferences.Any(o => o.Kind == "MachinePool");
        if (!isOfPool)
        {
            FieldRules.Bootstrap(faults, "spec.bootstrap", value.Spec.Bootstrap);
        }

        FieldRules.Immutable(faults, "spec.clusterName", old?.Spec.ClusterName, value.Spec.ClusterName);
        FieldRules.Version(faults, "spec.version", value.Spec.Version);
        if (value.Metadata.Labels.ContainsKey(Labels.ControlPlane))
        {
            TaintRules.ControlPlane(faults, "spec.taints", value.Spec.Taints);
        }
        else
        {
            TaintRules.Worker(faults, "spec.taints", value.Spec.Taints);
        }
    }
}
