using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;

namespace Slipway.Api.Admission.Kinds;

/// <summary>Which fields of a control plane may change: those whose change the rollout can carry to the machines.</summary>
internal static class KubeadmControlPlaneChanges
{
    private static readonly HashSet<string> Free =
    [
        "spec.machineTemplate.metadata", "spec.machineTemplate.spec", "spec.replicas", "spec.version", "spec.remediation",
        "spec.machineNaming", "spec.rollout",
        "spec.kubeadmConfigSpec.bootCommands", "spec.kubeadmConfigSpec.preKubeadmCommands", "spec.kubeadmConfigSpec.postKubeadmCommands",
        "spec.kubeadmConfigSpec.files", "spec.kubeadmConfigSpec.verbosity", "spec.kubeadmConfigSpec.users", "spec.kubeadmConfigSpec.ntp",
        "spec.kubeadmConfigSpec.ignition", "spec.kubeadmConfigSpec.diskSetup", "spec.kubeadmConfigSpec.format", "spec.kubeadmConfigSpec.mounts",
        "spec.kubeadmConfigSpec.clusterConfiguration.etcd", "spec.kubeadmConfigSpec.clusterConfiguration.dns",
        "spec.kubeadmConfigSpec.clusterConfiguration.imageRepository", "spec.kubeadmConfigSpec.clusterConfiguration.featureGates",
        "spec.kubeadmConfigSpec.clusterConfiguration.apiServer", "spec.kubeadmConfigSpec.clusterConfiguration.controllerManager",
        "spec.kubeadmConfigSpec.clusterConfiguration.scheduler", "spec.kubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays",
        "spec.kubeadmConfigSpec.clusterConfiguration.encryptionAlgorithm",
        .. new[] { "initConfiguration", "joinConfiguration" }.SelectMany(_ => Configuration, (part, field) => $"spec.kubeadmConfigSpec.{part}.{field}"),
    ];

    private static IReadOnlyList<string> Configuration =>
    [
        "nodeRegistration", "patches", "skipPhases", "timeouts", "bootstrapTokens", "localAPIEndpoint", "caCertPath", "controlPlane", "discovery",
    ];

    /// <summary>Names the fields that changed and may not.</summary>
    public static void Check(Faults faults, JsonObject old, JsonObject value) => Compare(faults, old["spec"], value["spec"], "spec");

    private static void Compare(Faults faults, JsonNode? old, JsonNode? value, string path)
    {
        if (Free.Contains(path) || JsonNode.DeepEquals(old, value))
        {
            return;
        }

        if (old is null or JsonObject && value is null or JsonObject && HasFreeFields(path))
        {
            var before = old as JsonObject ?? [];
            var after = value as JsonObject ?? [];
            foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
            {
                Compare(faults, before[name], after[name], $"{path}.{name}");
            }
        }
        else
        {
            faults.Forbidden(path, "the field cannot be changed on a control plane that exists; undo the change, or make a new cluster");
        }
    }

    private static bool HasFreeFields(string path) => Free.Any(f => f.StartsWith(path + ".", StringComparison.Ordinal));
}
