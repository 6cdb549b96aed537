namespace Slipway.Unit.Controllers.World;

/// <summary>What people apply.</summary>
internal static class Objects
{
    public const string InfrastructureCluster = """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DockerCluster","metadata":{"name":"c"},"spec":{}}""";

    public const string BootstrapTemplate = """{"apiVersion":"bootstrap.cluster.x-k8s.io/v1beta2","kind":"KubeadmConfigTemplate","metadata":{"name":"boot"},"spec":{"template":{"spec":{"format":"cloud-config"}}}}""";

    public const string BootstrapConfig = """{"apiVersion":"bootstrap.cluster.x-k8s.io/v1beta2","kind":"KubeadmConfig","metadata":{"name":"cp"},"spec":{"format":"cloud-config"}}""";

    public const string InfrastructureMachine = """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DockerMachine","metadata":{"name":"cp"},"spec":{"customImage":"x"}}""";

    public const string Cluster = """
        {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Cluster","metadata":{"name":"c"},
         "spec":{"infrastructureRef":{"apiGroup":"infrastructure.cluster.x-k8s.io","kind":"DockerCluster","name":"c"}}}
        """;

    public const string ControlPlaneMachine = """
        {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Machine","metadata":{"name":"cp","labels":{"cluster.x-k8s.io/control-plane":"","cluster.x-k8s.io/cluster-name":"c"}},
         "spec":{"clusterName":"c","version":"v1.30.0",
                 "bootstrap":{"configRef":{"apiGroup":"bootstrap.cluster.x-k8s.io","kind":"KubeadmConfig","name":"cp"}},
                 "infrastructureRef":{"apiGroup":"infrastructure.cluster.x-k8s.io","kind":"DockerMachine","name":"cp"}}}
        """;

    public const string HealthCheck = """
        {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"MachineHealthCheck","metadata":{"name":"mhc"},
         "spec":{"clusterName":"c","selector":{"matchLabels":{"pool":"a"}},
                 "checks":{"nodeStartupTimeoutSeconds":600,"unhealthyNodeConditions":[{"type":"Ready","status":"Unknown","timeoutSeconds":60}]}}}
        """;

    public static string MachineTemplate(string name) =>
        """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DockerMachineTemplate","metadata":{"name":"NAME"},"spec":{"template":{"spec":{"customImage":"NAME"}}}}""".Replace("NAME", name, StringComparison.Ordinal);

    public static string Deployment(int replicas) => """
        {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"MachineDeployment","metadata":{"name":"md"},
         "spec":{"clusterName":"c","replicas":REPLICAS,"selector":{"matchLabels":{"pool":"a"}},
                 "template":{"metadata":{"labels":{"pool":"a","node.cluster.x-k8s.io/team":"red"}},
                             "spec":{"clusterName":"c","version":"v1.30.0",
                                     "bootstrap":{"configRef":{"apiGroup":"bootstrap.cluster.x-k8s.io","kind":"KubeadmConfigTemplate","name":"boot"}},
                                     "infrastructureRef":{"apiGroup":"infrastructure.cluster.x-k8s.io","kind":"DockerMachineTemplate","name":"small"}}}}}
        """.Replace("REPLICAS", replicas.ToString(), StringComparison.Ordinal);
}
