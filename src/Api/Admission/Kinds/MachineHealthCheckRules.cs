using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Machinery.Selectors;

namespace Slipway.Api.Admission.Kinds;

/// <summary>MachineHealthCheck.</summary>
internal sealed class MachineHealthCheckRules : KindRules<MachineHealthCheck>
{
    private const int StartupSeconds = 600;

    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        Defaults.ClusterLabel(value);
        Defaults.Set(value, "spec.checks.nodeStartupTimeoutSeconds", StartupSeconds);
    }

    /// <inheritdoc/>
    protected override void Check(MachineHealthCheck value, MachineHealthCheck? old, Faults faults)
    {
        FieldRules.Immutable(faults, "spec.clusterName", old?.Spec.ClusterName, value.Spec.ClusterName);
        HealthCheckRules.Check(faults, "spec", value.Spec.Checks, value.Spec.Remediation?.TriggerIf);
        try
        {
            if (LabelQuery.From(value.Spec.Selector).IsEverything)
            {
                faults.Required("spec.selector", "say which machines are checked; an empty selector would be all machines of the namespace");
            }
        }
        catch (SelectorException broken)
        {
            faults.Invalid("spec.selector", broken.Message, "write a selector that can be understood");
        }

        if (value.Spec.Selector.MatchLabels.TryGetValue(Labels.ClusterName, out var cluster) && cluster != value.Spec.ClusterName)
        {
            faults.Invalid("spec.selector", cluster, $"the selector asks for machines of another cluster: write \"{value.Spec.ClusterName}\", as in spec.clusterName, or leave the label out");
        }
    }
}
