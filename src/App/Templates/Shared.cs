namespace Slipway.App.Templates;

/// <summary>The documents that are alike for every infrastructure.</summary>
internal static class Shared
{
    /// <summary>The Cluster; its networks are those of the Cluster API quick start.</summary>
    /// <param name="t">What is wanted.</param>
    /// <param name="infrastructureKind">The kind of its infrastructure.</param>
    public static string Cluster(ClusterTemplate t, string infrastructureKind) => $"""
        apiVersion: cluster.x-k8s.io/v1beta2
        kind: Cluster
        metadata:
          name: {t.Name}
          namespace: {t.Namespace}
        spec:
          clusterNetwork:
            pods:
              cidrBlocks:
              - 192.168.0.0/16
            serviceDomain: cluster.local
            services:
              cidrBlocks:
              - 10.128.0.0/12
          controlPlaneRef:
            apiGroup: controlplane.cluster.x-k8s.io
            kind: KubeadmControlPlane
            name: {t.Name}-control-plane
          infrastructureRef:
            apiGroup: infrastructure.cluster.x-k8s.io
            kind: {infrastructureKind}
            name: {t.Name}

        """;

    /// <summary>The workers.</summary>
    /// <param name="t">What is wanted.</param>
    /// <param name="templateKind">The kind of their infrastructure template.</param>
    public static string MachineDeployment(ClusterTemplate t, string templateKind) => $"""
        ---
        apiVersion: cluster.x-k8s.io/v1beta2
        kind: MachineDeployment
        metadata:
          name: {t.Name}-md-0
          namespace: {t.Namespace}
        spec:
          clusterName: {t.Name}
          replicas: {t.WorkerMachines}
          selector: {"{}"}
          template:
            spec:
              bootstrap:
                configRef:
                  apiGroup: bootstrap.cluster.x-k8s.io
                  kind: KubeadmConfigTemplate
                  name: {t.Name}-md-0
              clusterName: {t.Name}
              infrastructureRef:
                apiGroup: infrastructure.cluster.x-k8s.io
                kind: {templateKind}
                name: {t.Name}-md-0
              version: {t.KubernetesVersion}

        """;
}
