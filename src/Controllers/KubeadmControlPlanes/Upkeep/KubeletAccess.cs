using System.Text.Json.Nodes;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>Lets API servers whose certificate is not of the administrators' group speak with kubelets, as kubeadm does from 1.29 on.</summary>
internal static class KubeletAccess
{
    private const string Name = "kubeadm:apiserver-kubelet-client";
    private const string Group = "rbac.authorization.k8s.io";
    private static readonly ResourceType Bindings = new(Group, "v1", "ClusterRoleBinding", "clusterrolebindings", Namespaced: false);

    /// <summary>Makes the binding where it is missing; newer kubeadm does it on its own.</summary>
    /// <param name="workload">The API of the workload cluster.</param>
    /// <param name="version">The version wanted.</param>
    /// <param name="sentences">Is told what was changed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async ValueTask KeepAsync(IClient workload, KubernetesVersion version, List<string> sentences, CancellationToken cancellation)
    {
        if (version is { Major: 1, Minor: >= 38 })
        {
            return;
        }

        try
        {
            await workload.CreateAsync(Bindings, Wanted(), cancellation);
            sentences.Add($"make ClusterRoleBinding {Name} in the workload cluster");
        }
        catch (ApiException e) when (e.IsAlreadyExists || e.IsNotFound)
        {
            // It is there, or this API server has no such kind and so no use for it.
        }
    }

    private static Unstructured Wanted() => new(new JsonObject
    {
        ["apiVersion"] = $"{Group}/v1",
        ["kind"] = "ClusterRoleBinding",
        ["metadata"] = new JsonObject { ["name"] = Name },
        ["roleRef"] = new JsonObject { ["apiGroup"] = Group, ["kind"] = "ClusterRole", ["name"] = "system:kubelet-api-admin" },
        ["subjects"] = new JsonArray(new JsonObject { ["apiGroup"] = Group, ["kind"] = "User", ["name"] = "kube-apiserver-kubelet-client" }),
    });
}
