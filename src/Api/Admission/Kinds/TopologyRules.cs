using Slipway.Api.Admission.Rules;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Shared;
using Slipway.Api.Core.Topologies;

namespace Slipway.Api.Admission.Kinds;

/// <summary>A cluster's topology, as far as it can be judged without its ClusterClass.</summary>
internal static class TopologyRules
{
    private const string Field = "spec.topology";

    /// <summary>Checks the topology.</summary>
    public static void Check(Faults faults, Cluster value, Cluster? old)
    {
        var topology = value.Spec.Topology!;
        FieldRules.Version(faults, $"{Field}.version", topology.Version);
        if (old is not null && old.Spec.Topology is null && !value.Metadata.Annotations.ContainsKey(Annotations.DisableUpdateClassNameCheck))
        {
            faults.Forbidden($"{Field}.classRef", "classRef cannot be set on an existing Cluster; make a new one");
        }

        Upgrade(faults, value, old?.Spec.Topology?.Version, topology.Version);
        Concurrency(faults, value);
        ControlPlane(faults, topology.ControlPlane);
        MachineDeployments(faults, topology.Workers?.MachineDeployments ?? []);
        MachinePools(faults, topology.Workers?.MachinePools ?? []);
    }

    private static void Upgrade(Faults faults, Cluster value, string? old, string version)
    {
        if (old == version
            || value.Metadata.Annotations.ContainsKey(Annotations.DisableUpdateVersionCheck)
            || !KubernetesVersion.TryParse(old, out var from) || !KubernetesVersion.TryParse(version, out var to))
        {
            return;
        }

        if ((to.Major, to.Minor, to.Patch).CompareTo((from.Major, from.Minor, from.Patch)) < 0)
        {
            faults.Invalid($"{Field}.version", version, $"the version cannot go down; it is {from}");
        }
        else if (to.Major > from.Major || to.Minor > from.Minor + 1)
        {
            faults.Invalid($"{Field}.version", version, $"an upgrade goes one minor version at a time: from {from} to v{from.Major}.{from.Minor + 1} first");
        }
    }

    private static void Concurrency(Faults faults, Cluster value)
    {
        if (value.Metadata.Annotations.TryGetValue(Annotations.TopologyUpgradeConcurrency, out var text)
            && !(int.TryParse(text, out var count) && count >= 1))
        {
            faults.Invalid($"metadata.annotations[{Annotations.TopologyUpgradeConcurrency}]", text, "write a whole number of 1 or more");
        }
    }

    private static void ControlPlane(Faults faults, ControlPlaneTopology? plane)
    {
        const string Path = $"{Field}.controlPlane";
        FieldRules.Metadata(faults, $"{Path}.metadata", plane?.Metadata);
        TaintRules.ControlPlane(faults, $"{Path}.taints", plane?.Taints ?? []);
        HealthCheckRules.Check(faults, $"{Path}.healthCheck", plane?.HealthCheck?.Checks, plane?.HealthCheck?.Remediation?.TriggerIf);
    }

    private static void MachineDeployments(Faults faults, IReadOnlyList<MachineDeploymentTopology> deployments)
    {
        var names = new HashSet<string>();
        for (var at = 0; at < deployments.Count; at++)
        {
            var deployment = deployments[at];
            var path = $"{Field}.workers.machineDeployments[{at}]";
            if (!names.Add(deployment.Name))
            {
                faults.Duplicate($"{path}.name", deployment.Name);
            }

            FieldRules.NotNegative(faults, $"{path}.replicas", deployment.Replicas);
            FieldRules.Metadata(faults, $"{path}.metadata", deployment.Metadata);
            RolloutRules.Check(faults, $"{path}.rollout.strategy", deployment.Rollout?.Strategy);
            TaintRules.Worker(faults, $"{path}.taints", deployment.Taints);
            HealthCheckRules.Check(faults, $"{path}.healthCheck", deployment.HealthCheck?.Checks, deployment.HealthCheck?.Remediation?.TriggerIf);
            FieldRules.NumberOrPercent(faults, $"{path}.healthCheck.remediation.maxInFlight", deployment.HealthCheck?.Remediation?.MaxInFlight);
            if (deployment.Replicas is not null
                && (deployment.Metadata?.Annotations.ContainsKey(Annotations.AutoscalerMinSize) == true
                    || deployment.Metadata?.Annotations.ContainsKey(Annotations.AutoscalerMaxSize) == true))
            {
                faults.Invalid($"{path}.replicas", deployment.Replicas.Value, "an autoscaler's bounds are set in the annotations: leave the number to it");
            }
        }
    }

    private static void MachinePools(Faults faults, IReadOnlyList<MachinePoolTopology> pools)
    {
        var names = new HashSet<string>();
        for (var at = 0; at < pools.Count; at++)
        {
            var path = $"{Field}.workers.machinePools[{at}]";
            if (!names.Add(pools[at].Name))
            {
                faults.Duplicate($"{path}.name", pools[at].Name);
            }

            FieldRules.NotNegative(faults, $"{path}.replicas", pools[at].Replicas);
            FieldRules.Metadata(faults, $"{path}.metadata", pools[at].Metadata);
            TaintRules.Worker(faults, $"{path}.taints", pools[at].Taints);
        }
    }
}
