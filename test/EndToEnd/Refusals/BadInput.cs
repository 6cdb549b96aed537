namespace Slipway.EndToEnd.Refusals;

/// <summary>YAML documents that have something wrong, and what an error about each has to tell.</summary>
internal static class BadInput
{
    /// <summary>What is wrong, the document, and what the error must mention.</summary>
    public static readonly IReadOnlyList<(string Case, string Yaml, string[] Mentions)> Table =
    [
        ("unknown kind", "apiVersion: cluster.x-k8s.io/v1beta2\nkind: Clutser\nmetadata: {name: bad}\nspec: {}\n", ["Clutser"]),
        ("unknown group", "apiVersion: nowhere.example.com/v1\nkind: Thing\nmetadata: {name: bad}\nspec: {}\n", ["nowhere.example.com"]),
        ("unknown field", MachineDeployment("  replcas: 3\n"), ["replcas"]),
        ("wrong type", MachineDeployment("  replicas: three\n"), ["spec.replicas", "integer"]),
        ("replicas below 0", ControlPlane("v1.36.2", replicas: "-1"), ["spec.replicas"]),
        ("version without v", ControlPlane("1.22", replicas: "1"), ["spec.version", "1.22"]),
        ("missing reference", MachineDeployment("", infrastructure: ""), ["infrastructureRef", "required"]),
        ("no name", "apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n", ["name"]),
    ];

    /// <summary>YAML that cannot be read; the fifth line is wrong.</summary>
    public const string Broken = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: bad\n data: {}\n";

    /// <summary>A document that has nothing wrong.</summary>
    /// <param name="name">Its name.</param>
    public static string Good(string name) => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\n---\n";

    /// <summary>A MachineDeployment.</summary>
    /// <param name="more">More lines of its spec.</param>
    /// <param name="infrastructure">The reference to its machine template.</param>
    public static string MachineDeployment(
        string more, string infrastructure = "      infrastructureRef: {apiGroup: infrastructure.cluster.x-k8s.io, kind: DevMachineTemplate, name: absent-template}\n") => $"""
        apiVersion: cluster.x-k8s.io/v1beta2
        kind: MachineDeployment
        metadata:
          name: bad
        spec:
          clusterName: bad
        {more}  selector: {"{}"}
          template:
            spec:
              clusterName: bad
              version: v1.36.2
              bootstrap: {"{"}dataSecretName: something{"}"}
        {infrastructure}
        """;

    private static string ControlPlane(string version, string replicas) => $"""
        apiVersion: controlplane.cluster.x-k8s.io/v1beta2
        kind: KubeadmControlPlane
        metadata:
          name: bad
        spec:
          replicas: {replicas}
          version: "{version}"
          kubeadmConfigSpec: {"{"}clusterConfiguration: {"{"}encryptionAlgorithm: ECDSA-P256{"}}"}
          machineTemplate:
            spec:
              infrastructureRef: {"{"}apiGroup: infrastructure.cluster.x-k8s.io, kind: DevMachineTemplate, name: bad{"}"}

        """;
}
