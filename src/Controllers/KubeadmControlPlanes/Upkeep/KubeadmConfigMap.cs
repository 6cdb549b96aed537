using System.Text.Json.Nodes;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm;
using Slipway.Controllers.KubeadmControlPlanes.Rollout;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Yaml;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>kubeadm's own record inside a workload cluster, by which joining machines set themselves up.</summary>
internal static class KubeadmConfigMap
{
    private const string Key = "ClusterConfiguration";
    private static readonly ObjectKey Name = new("kube-system", "kubeadm-config");

    /// <summary>Writes version and configuration into the record, where they differ.</summary>
    /// <param name="workload">The API of the workload cluster.</param>
    /// <param name="view">What is.</param>
    /// <param name="version">The version wanted.</param>
    /// <param name="sentences">Is told what was changed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async ValueTask KeepAsync(
        IClient workload, View view, KubernetesVersion version, List<string> sentences, CancellationToken cancellation) =>
        await ChangeAsync(workload, present => Follow(present, view, version), version, sentences, cancellation);

    /// <summary>Writes where CoreDNS comes from into the record, where it differs.</summary>
    /// <param name="workload">The API of the workload cluster.</param>
    /// <param name="view">What is.</param>
    /// <param name="version">The version wanted.</param>
    /// <param name="sentences">Is told what was changed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async ValueTask KeepDnsAsync(
        IClient workload, View view, KubernetesVersion version, List<string> sentences, CancellationToken cancellation) =>
        await ChangeAsync(workload, present => Replace(present, "dns", ClusterConfigurationFile.Dns(view.Config.ClusterConfiguration?.Dns)), version, sentences, cancellation);

    /// <summary>A record with version and configuration as a view wants them; other fields stay.</summary>
    /// <param name="record">The record; it is changed.</param>
    /// <param name="view">What is.</param>
    /// <param name="version">The version wanted.</param>
    internal static void Follow(JsonObject record, View view, KubernetesVersion version)
    {
        var api = KubeadmApis.For(version);
        var config = OutOfDate.WantedConfig(view);
        var facts = new KubeadmFacts
        {
            ControlPlaneComponentHealthCheckSeconds = config.InitConfiguration?.Timeouts?.ControlPlaneComponentHealthCheckSeconds,
        };
        var owned = ClusterConfigurationFile.Owned(api, config.ClusterConfiguration ?? new(), facts);
        foreach (var name in ClusterConfigurationFile.OwnedNames)
        {
            var wanted = owned[name];
            owned.Remove(name);
            if (wanted is not null || !(name == "etcd" && config.ClusterConfiguration?.Etcd is null))
            {
                // kubeadm has written where its etcd keeps its data; that stays unless the user says something about etcd.
                Replace(record, name, wanted);
            }
        }

        record["apiVersion"] = api.ApiVersion;
        record["kind"] = Key;
        record["kubernetesVersion"] = view.ControlPlane.Spec.Version;
    }

    private static void Replace(JsonObject record, string name, JsonNode? wanted)
    {
        if (wanted is null)
        {
            record.Remove(name);
        }
        else
        {
            record[name] = wanted;
        }
    }

    private static async ValueTask ChangeAsync(
        IClient workload, Action<JsonObject> change, KubernetesVersion version, List<string> sentences, CancellationToken cancellation)
    {
        if (await workload.TryGetAsync<ConfigMap>(Name, cancellation) is not { } present)
        {
            throw new TerminalException($"ConfigMap {Name} in the workload cluster does not exist: kubeadm makes it when it initializes a control plane, and machines cannot join without it.");
        }

        var text = present.Data.GetValueOrDefault(Key) ?? "";
        var record = Read(text);
        var before = record.DeepClone();
        change(record);
        if (JsonNode.DeepEquals(before, record))
        {
            return;
        }

        var data = new Dictionary<string, string>(present.Data) { [Key] = YamlWriter.Write(record) };
        await workload.PatchAsync(present, present with { Data = data }, ObjectPart.Main, cancellation);
        sentences.Add($"write version {version} and its configuration into ConfigMap {Name} of the workload cluster");
    }

    private static JsonObject Read(string text)
    {
        try
        {
            return YamlDocuments.Read(text, Name.ToString()) is [{ Root: JsonObject record }, ..] ? record : [];
        }
        catch (YamlFormatException e)
        {
            throw new TerminalException($"ConfigMap {Name} in the workload cluster holds no ClusterConfiguration that can be read: {e.Message}", e);
        }
    }
}
