using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers;

/// <summary>Objects as tests begin with them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static ContractKind Kind(string group, string kind, string contract = ContractKind.V1Beta2) =>
        new(new ResourceType(group, contract, kind, kind.ToLowerInvariant() + "s"), contract);

    public static ContractVersionedObjectReference Reference(string kind, string name) => new()
    {
        ApiGroup = kind.StartsWith("Kubeadm", StringComparison.Ordinal) ? "bootstrap.cluster.x-k8s.io" : "infrastructure.cluster.x-k8s.io",
        Kind = kind,
        Name = name,
    };

    public static ExternalObject Missing(string kind, string name) => new(Reference(kind, name), null, null, $"There is no {kind} {name}");

    public static ExternalObject Found(string kind, string name, string json = "{}", bool deleting = false)
    {
        var reference = Reference(kind, name);
        var value = Unstructured.Parse(System.Text.Encoding.UTF8.GetBytes(json)).Json;
        value["apiVersion"] = reference.ApiGroup + "/v1beta2";
        value["kind"] = kind;
        var metadata = value["metadata"] as System.Text.Json.Nodes.JsonObject ?? [];
        metadata["name"] = name;
        metadata["namespace"] = "ns";
        metadata["uid"] = $"uid-{kind}-{name}";
        if (deleting)
        {
            metadata["deletionTimestamp"] = "2026-01-01T11:00:00Z";
        }

        value["metadata"] = metadata;
        return new ExternalObject(reference, new Unstructured(value), Kind(reference.ApiGroup, kind), "");
    }

    public static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "ns", Uid = "uid-" + name, CreationTimestamp = Now.AddHours(-1), Generation = 1 };

    public static Cluster Cluster(params string[] trueConditions) => new()
    {
        Metadata = Meta("c"),
        Spec = new ClusterSpec { InfrastructureRef = Reference("DockerCluster", "c") },
        Status = new ClusterStatus
        {
            Initialization = new ClusterInitializationStatus { InfrastructureProvisioned = true, ControlPlaneInitialized = true },
            Conditions = [.. trueConditions.Select(t => new Condition { Type = t, Status = "True", Reason = t, LastTransitionTime = Now.AddHours(-1) })],
        },
    };

    public static MachineSpec MachineSpec(string version = "v1.30.0", string template = "small") => new()
    {
        ClusterName = "c",
        Version = version,
        Bootstrap = new Bootstrap { ConfigRef = Reference("KubeadmConfigTemplate", "boot") },
        InfrastructureRef = Reference("DockerMachineTemplate", template),
    };

    public static MachineDeployment Deployment(int replicas, MachineSpec? spec = null) => new()
    {
        Metadata = Meta("md"),
        Spec = new MachineDeploymentSpec
        {
            ClusterName = "c",
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = new Dictionary<string, string> { ["pool"] = "a" } },
            Template = new MachineTemplateSpec
            {
                Metadata = new TemplateMetadata { Labels = new Dictionary<string, string> { ["pool"] = "a" } },
                Spec = spec ?? MachineSpec(),
            },
        },
    };

    public static MachineSet Set(string name, int replicas, MachineSpec? spec = null) => new()
    {
        Metadata = Meta(name) with
        {
            Labels = new Dictionary<string, string> { [Labels.MachineTemplateHash] = "1-" + name, [Labels.DeploymentName] = "md" },
            OwnerReferences = [Deployment(1).AsController()],
        },
        Spec = new MachineSetSpec
        {
            ClusterName = "c",
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = new Dictionary<string, string> { ["pool"] = "a" } },
            Template = new MachineTemplateSpec
            {
                Metadata = new TemplateMetadata { Labels = new Dictionary<string, string> { ["pool"] = "a" } },
                Spec = spec ?? MachineSpec(),
            },
        },
        Status = new MachineSetStatus { Replicas = replicas, ReadyReplicas = replicas, AvailableReplicas = replicas, UpToDateReplicas = replicas, ObservedGeneration = 1 },
    };

    public static Machine Machine(string name, params (string Type, string Status)[] conditions) => new()
    {
        Metadata = Meta(name),
        Spec = new MachineSpec
        {
            ClusterName = "c",
            Version = "v1.30.0",
            ProviderID = "sim://" + name,
            Bootstrap = new Bootstrap { ConfigRef = Reference("KubeadmConfig", name), DataSecretName = name },
            InfrastructureRef = Reference("DockerMachine", name),
        },
        Status = new MachineStatus
        {
            NodeRef = new MachineNodeReference { Name = name },
            Initialization = new MachineInitializationStatus { BootstrapDataSecretCreated = true, InfrastructureProvisioned = true },
            Conditions = [.. conditions.Select(c => new Condition { Type = c.Type, Status = c.Status, Reason = c.Type, LastTransitionTime = Now.AddHours(-1) })],
        },
    };

    public static Machine Leaving(this Machine machine) => machine.WithMetadata(machine.Metadata with { DeletionTimestamp = Now.AddMinutes(-1) });

    public static Machine Annotated(this Machine machine, string key, string value = "") => machine.WithMetadata(machine.Metadata.WithAnnotation(key, value));

    public static Machine Labelled(this Machine machine, string key, string value = "") => machine.WithMetadata(machine.Metadata.WithLabel(key, value));

    public static Condition? The(this IReadOnlyList<Condition> conditions, string type) => ConditionSet.Get(conditions, type);
}
