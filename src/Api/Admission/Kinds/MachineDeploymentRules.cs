using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Json;
using Slipway.Machinery.Selectors;

namespace Slipway.Api.Admission.Kinds;

/// <summary>MachineDeployment.</summary>
internal sealed class MachineDeploymentRules : KindRules<MachineDeployment>
{
    private static readonly FieldPath StrategyType = "spec.rollout.strategy.type";
    private static readonly FieldPath MaxSurge = "spec.rollout.strategy.rollingUpdate.maxSurge";
    private static readonly FieldPath MaxUnavailable = "spec.rollout.strategy.rollingUpdate.maxUnavailable";

    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        Defaults.ClusterLabel(value);
        Defaults.Replicas(value, old);
        Defaults.Selector(value, Labels.DeploymentName, Defaults.Text(value["metadata"]?["name"]));
        Defaults.SelectorClusterLabel(value);
        Defaults.Version(value, "spec.template.spec.version");
        Defaults.Set(value, StrategyType, "RollingUpdate");
        if (Defaults.Text(StrategyType.Get(value)) == "RollingUpdate")
        {
            Defaults.Set(value, MaxSurge, 1);
            Defaults.Set(value, MaxUnavailable, 0);
        }
    }

    /// <inheritdoc/>
    protected override void Check(MachineDeployment value, MachineDeployment? old, Faults faults)
    {
        if (LabelSyntax.ValueFault(value.Metadata.Name) is { } fault)
        {
            faults.Invalid("metadata.name", value.Metadata.Name, $"the name becomes a label of the machines: {fault}");
        }

        FieldRules.NotNegative(faults, "spec.replicas", value.Spec.Replicas);
        FieldRules.Immutable(faults, "spec.clusterName", old?.Spec.ClusterName, value.Spec.ClusterName);
        FieldRules.Selector(faults, value.Spec.Selector, value.Spec.Template.Metadata);
        FieldRules.Naming(faults, value.Spec.MachineNaming?.Template);
        FieldRules.NumberOrPercent(faults, "spec.remediation.maxInFlight", value.Spec.Remediation?.MaxInFlight);
        RolloutRules.Check(faults, "spec.rollout.strategy", value.Spec.Rollout?.Strategy);
        MachineTemplateRules.Check(faults, value.Spec.ClusterName, value.Spec.Template);
        PreflightRules.Check(faults, value.Metadata);
    }
}
