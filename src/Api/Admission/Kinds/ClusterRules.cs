using System.Net;
using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core.Clusters;
using Slipway.Machinery.Selectors;

namespace Slipway.Api.Admission.Kinds;

/// <summary>Cluster.</summary>
/// <param name="gates">What is switched on.</param>
internal sealed class ClusterRules(AdmissionGates gates) : KindRules<Cluster>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old) => Defaults.Version(value, "spec.topology.version");

    /// <inheritdoc/>
    protected override void Check(Cluster value, Cluster? old, Faults faults)
    {
        if (LabelSyntax.ValueFault(value.Metadata.Name) is { } fault)
        {
            faults.Invalid("metadata.name", value.Metadata.Name, $"the name becomes a label of all that belongs to the cluster: {fault}");
        }

        References(faults, old?.Spec, value.Spec);
        Ranges(faults, "spec.clusterNetwork.pods.cidrBlocks", value.Spec.ClusterNetwork?.Pods);
        Ranges(faults, "spec.clusterNetwork.services.cidrBlocks", value.Spec.ClusterNetwork?.Services);
        if (old?.Spec.Topology is not null && value.Spec.Topology is null)
        {
            faults.Forbidden("spec.topology", "the topology cannot be taken from a cluster that has one");
        }

        if (value.Spec.Topology is null)
        {
            return;
        }

        if (gates.ClusterTopology)
        {
            TopologyRules.Check(faults, value, old);
        }
        else
        {
            faults.Forbidden("spec.topology", "clusters of a ClusterClass are not served here (gate ClusterTopology is off); name the objects in spec.controlPlaneRef and spec.infrastructureRef instead");
        }
    }

    private static void References(Faults faults, ClusterSpec? old, ClusterSpec spec)
    {
        if (old?.InfrastructureRef is not null && spec.InfrastructureRef is null)
        {
            faults.Forbidden("spec.infrastructureRef", "cannot be removed: the cluster would lose its infrastructure");
        }

        if (old?.ControlPlaneRef is not null && spec.ControlPlaneRef is null)
        {
            faults.Forbidden("spec.controlPlaneRef", "cannot be removed: the cluster would lose its control plane");
        }

        if (spec is { ControlPlaneRef: null, InfrastructureRef: null, Topology: null })
        {
            faults.Required("spec", "one of spec.controlPlaneRef, spec.infrastructureRef or spec.topology must be set: say what the cluster consists of");
        }
    }

    private static void Ranges(Faults faults, string field, NetworkRanges? ranges)
    {
        for (var at = 0; at < (ranges?.CidrBlocks.Count ?? 0); at++)
        {
            var block = ranges!.CidrBlocks[at];
            var slash = block.IndexOf('/', StringComparison.Ordinal);

            // Host bits may be set: what is meant is the network around the address.
            if (slash < 0
                || !IPAddress.TryParse(block.AsSpan(0, slash), out var address)
                || !int.TryParse(block.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var length)
                || length > address.GetAddressBytes().Length * 8)
            {
                faults.Invalid($"{field}[{at}]", block, "an address range is an address and a length, as in 192.168.0.0/16");
            }
        }
    }
}
