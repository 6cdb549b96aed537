using System.Text.Json.Nodes;

namespace Slipway.Providers.InMemory.Objects;

/// <summary>What kubeadm leaves in a new cluster: its configuration, kube-proxy and CoreDNS.</summary>
internal static class AddOnObjects
{
    /// <summary>The objects that the first control-plane machine makes.</summary>
    /// <param name="version">The cluster's Kubernetes version.</param>
    /// <param name="clusterConfiguration">kubeadm's ClusterConfiguration as YAML.</param>
    public static IReadOnlyList<JsonObject> ForNewCluster(string version, string clusterConfiguration) =>
    [
        ConfigMap("kubeadm-config", ("ClusterConfiguration", clusterConfiguration)),
        ConfigMap("kubelet-config", ("kubelet", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n")),
        ConfigMap("kube-proxy", ("config.conf", "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n")),
        ConfigMap("coredns", ("Corefile", ".:53 {\n    errors\n    health\n    ready\n    kubernetes cluster.local in-addr.arpa ip6.arpa\n    forward . /etc/resolv.conf\n    cache 30\n}\n")),
        Workload("DaemonSet", "kube-proxy", "kube-proxy", $"registry.k8s.io/kube-proxy:{version}", []),
        Workload("Deployment", "coredns", "kube-dns", "registry.k8s.io/coredns/coredns:v1.12.1", new JsonObject { ["replicas"] = 2 }),
        new JsonObject
        {
            ["apiVersion"] = "rbac.authorization.k8s.io/v1",
            ["kind"] = "ClusterRole",
            ["metadata"] = new JsonObject { ["name"] = "kubeadm:get-nodes" },
            ["rules"] = new JsonArray(new JsonObject { ["apiGroups"] = new JsonArray(""), ["resources"] = new JsonArray("nodes"), ["verbs"] = new JsonArray("get") }),
        },
        new JsonObject
        {
            ["apiVersion"] = "rbac.authorization.k8s.io/v1",
            ["kind"] = "ClusterRoleBinding",
            ["metadata"] = new JsonObject { ["name"] = "kubeadm:get-nodes" },
            ["roleRef"] = new JsonObject { ["apiGroup"] = "rbac.authorization.k8s.io", ["kind"] = "ClusterRole", ["name"] = "kubeadm:get-nodes" },
            ["subjects"] = new JsonArray(new JsonObject { ["apiGroup"] = "rbac.authorization.k8s.io", ["kind"] = "Group", ["name"] = "system:bootstrappers:kubeadm:default-node-token" }),
        },
    ];

    private static JsonObject ConfigMap(string name, (string Key, string Text) entry) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "kube-system" },
        ["data"] = new JsonObject { [entry.Key] = entry.Text },
    };

    private static JsonObject Workload(string kind, string name, string label, string image, JsonObject spec)
    {
        spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["k8s-app"] = label } };
        spec["template"] = new JsonObject
        {
            ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["k8s-app"] = label } },
            ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = name, ["image"] = image }) },
        };
        return new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = kind,
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "kube-system", ["labels"] = new JsonObject { ["k8s-app"] = label } },
            ["spec"] = spec,
        };
    }
}
