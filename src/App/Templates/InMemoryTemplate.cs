namespace Slipway.App.Templates;

/// <summary>A cluster whose machines are played inside this program, with keys that are cheap to make and workers that are repaired.</summary>
internal static class InMemoryTemplate
{
    /// <summary>The cluster as YAML documents.</summary>
    /// <param name="t">What is wanted.</param>
    public static string Yaml(ClusterTemplate t) =>
        Shared.Cluster(t, "DevCluster")
        + $"""
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DevCluster
        metadata:
          name: {t.Name}
          namespace: {t.Namespace}
        spec:
          backend:
            inMemory: {"{}"}
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DevMachineTemplate
        metadata:
          name: {t.Name}-control-plane
          namespace: {t.Namespace}
        spec:
          template:
            spec:
              backend:
                inMemory: {"{}"}
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
                kind: DevMachineTemplate
                name: {t.Name}-control-plane
          kubeadmConfigSpec:
            clusterConfiguration:
              encryptionAlgorithm: ECDSA-P256
        ---
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
        kind: DevMachineTemplate
        metadata:
          name: {t.Name}-md-0
          namespace: {t.Namespace}
        spec:
          template:
            spec:
              backend:
                inMemory: {"{}"}
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
                  kubeletExtraArgs:
                  - name: eviction-hard
                    value: nodefs.available<0%,nodefs.inodesFree<0%,imagefs.available<0%

        """
        + Shared.MachineDeployment(t, "DevMachineTemplate")
        + $"""
        ---
        apiVersion: cluster.x-k8s.io/v1beta2
        kind: MachineHealthCheck
        metadata:
          name: {t.Name}-md-0
          namespace: {t.Namespace}
        spec:
          clusterName: {t.Name}
          selector:
            matchLabels:
              cluster.x-k8s.io/deployment-name: {t.Name}-md-0
          checks:
            unhealthyNodeConditions:
            - type: Ready
              status: "False"
              timeoutSeconds: 30
            - type: Ready
              status: Unknown
              timeoutSeconds: 30

        """;
}
