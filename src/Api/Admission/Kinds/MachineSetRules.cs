using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineSets;

namespace Slipway.Api.Admission.Kinds;

/// <summary>MachineSet.</summary>
internal sealed class MachineSetRules : KindRules<MachineSet>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        Defaults.ClusterLabel(value);
        Defaults.Replicas(value, old);
        Defaults.Selector(value, Labels.SetName, LabelValue.Of(Defaults.Text(value["metadata"]?["name"]) ?? ""));
        Defaults.Version(value, "spec.template.spec.version");
    }

    /// <inheritdoc/>
    protected override void Check(MachineSet value, MachineSet? old, Faults faults)
    {
        FieldRules.NotNegative(faults, "spec.replicas", value.Spec.Replicas);
        FieldRules.Immutable(faults, "spec.clusterName", old?.Spec.ClusterName, value.Spec.ClusterName);
        FieldRules.Selector(faults, value.Spec.Selector, value.Spec.Template.Metadata);
        FieldRules.Naming(faults, value.Spec.MachineNaming?.Template);
        MachineTemplateRules.Check(faults, value.Spec.ClusterName, value.Spec.Template);
        PreflightRules.Check(faults, value.Metadata);
    }
}
