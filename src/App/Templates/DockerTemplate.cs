namespace Slipway.App.Templates;

/// <summary>A cluster whose machines are containers; the development flavor is the one of the Cluster API quick start.</summary>
internal static class DockerTemplate
{
    /// <summary>The cluster as YAML documents.</summary>
    /// <param name="t">What is wanted.</param>
    public static string Yaml(ClusterTemplate t) =>
        Shared.Cluster(t, "DockerCluster")
        + $"""
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DockerCluster
        metadata:
          name: {t.Name}
          namespace: {t.Namespace}
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DockerMachineTemplate
        metadata:
          name: {t.Name}-control-plane
          namespace: {t.Namespace}
        spec:
          template:
            spec:{(t.Flavor == ClusterTemplate.Development ? EngineSocket : " {}")}
        ---
        apiVersion: controlplane.cluster.x-k8s.io/v1beta2
        kind: KubeadmControlPlane
        metadata:
          name: {t.Name}-control-plane
          namespace: {t.Namespace}
        spec:
          replicas: {t.ControlPlaneMachines}
          version: {t.KubernetesVersion}
          machineTemplate:
            spec:
              infrastructureRef:
                apiGroup: infrastructure.cluster.x-k8s.io
                kind: DockerMachineTemplate
                name: {t.Name}-control-plane
          kubeadmConfigSpec:
            clusterConfiguration:
              apiServer:
                certSANs:
                - localhost
                - 127.0.0.1{(t.Flavor == ClusterTemplate.Development ? HostPathVolumes : "")}
            initConfiguration:
              nodeRegistration:
                criSocket: /var/run/containerd/containerd.sock
                kubeletExtraArgs:{KubeletArguments("          ")}
            joinConfiguration:
              nodeRegistration:
                criSocket: /var/run/containerd/containerd.sock
                kubeletExtraArgs:{KubeletArguments("          ")}
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DockerMachineTemplate
        metadata:
          name: {t.Name}-md-0
          namespace: {t.Namespace}
        spec:
          template:
            spec: {"{}"}
        ---
        apiVersion: bootstrap.cluster.x-k8s.io/v1beta2
        kind: KubeadmConfigTemplate
        metadata:
          name: {t.Name}-md-0
          namespace: {t.Namespace}
        spec:
          template:
            spec:
              joinConfiguration:
                nodeRegistration:
                  kubeletExtraArgs:{KubeletArguments("            ")}

        """
        + Shared.MachineDeployment(t, "DockerMachineTemplate");

    private const string EngineSocket = """

              extraMounts:
              - containerPath: /var/run/docker.sock
                hostPath: /var/run/docker.sock
        """;

    private const string HostPathVolumes = """

              controllerManager:
                extraArgs:
                - name: enable-hostpath-provisioner
                  value: "true"
        """;

    private static string KubeletArguments(string indent) => $"""

        {indent}- name: cgroup-driver
        {indent}  value: cgroupfs
        {indent}- name: eviction-hard
        {indent}  value: nodefs.available<0%,nodefs.inodesFree<0%,imagefs.available<0%
        """;
}
