using System.Text.Json.Nodes;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Controllers.Kubeadm;

/// <summary>kubeadm's ClusterConfiguration as a tree, with the fields that each version has.</summary>
internal static class ClusterConfigurationFile
{
    /// <summary>Writes a ClusterConfiguration.</summary>
    /// <param name="api">The version of the file.</param>
    /// <param name="config">What is wanted.</param>
    /// <param name="facts">What the Cluster and the Machine add.</param>
    public static JsonObject Write(KubeadmApi api, ClusterConfiguration config, KubeadmFacts facts)
    {
        var file = new JsonObject { ["apiVersion"] = api.ApiVersion, ["kind"] = "ClusterConfiguration" };
        file.Put("clusterName", facts.ClusterName)
            .Put("kubernetesVersion", facts.KubernetesVersion)
            .Put("controlPlaneEndpoint", string.IsNullOrEmpty(config.ControlPlaneEndpoint) ? facts.ControlPlaneEndpoint : config.ControlPlaneEndpoint)
            .Put("networking", new JsonObject()
                .Put("dnsDomain", facts.DnsDomain)
                .Put("podSubnet", facts.PodSubnet)
                .Put("serviceSubnet", facts.ServiceSubnet))
            .Put("certificatesDir", config.CertificatesDir)
            .Put("dns", Dns(config.Dns));
        if (api >= KubeadmApi.V1Beta4)
        {
            file.Put("caCertificateValidityPeriod", GoDuration.OfDays(config.CaCertificateValidityPeriodDays));
        }

        var owned = Owned(api, config, facts);
        foreach (var (name, part) in owned.ToArray())
        {
            // A node has one parent: it must leave the one before it joins the other.
            owned.Remove(name);
            file[name] = part;
        }

        return file;
    }

    /// <summary>
    /// The fields that follow a KubeadmControlPlane after the cluster was made, too: those that its rollout also writes
    /// into the cluster's own record. A field that is not wanted is missing.
    /// </summary>
    /// <param name="api">The version of the file.</param>
    /// <param name="config">What is wanted.</param>
    /// <param name="facts">What the Cluster and the Machine add.</param>
    public static JsonObject Owned(KubeadmApi api, ClusterConfiguration config, KubeadmFacts facts)
    {
        var owned = new JsonObject()
            .Put("imageRepository", config.ImageRepository)
            .Put("featureGates", new JsonObject(config.FeatureGates
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Value))))
            .Put("apiServer", ApiServer(api, config.ApiServer, facts))
            .Put("controllerManager", Component(api, config.ControllerManager))
            .Put("scheduler", Component(api, config.Scheduler))
            .Put("etcd", Etcd(api, config.Etcd));
        if (api >= KubeadmApi.V1Beta4)
        {
            owned.Put("certificateValidityPeriod", GoDuration.OfDays(config.CertificateValidityPeriodDays))
                .Put("encryptionAlgorithm", config.EncryptionAlgorithm);
        }

        return owned;
    }

    /// <summary>The names of the fields that <see cref="Owned"/> may hold.</summary>
    public static IReadOnlyList<string> OwnedNames { get; } =
    [
        "imageRepository", "featureGates", "apiServer", "controllerManager", "scheduler", "etcd", "certificateValidityPeriod", "encryptionAlgorithm",
    ];

    /// <summary>The dns part.</summary>
    /// <param name="dns">What is wanted; null for nothing.</param>
    public static JsonObject? Dns(DNS? dns) => dns is null
        ? null
        : new JsonObject().Put("imageRepository", dns.ImageRepository).Put("imageTag", dns.ImageTag);

    /// <summary>Extra arguments: a list from v1beta4 on, a map before.</summary>
    /// <param name="api">The version of the file.</param>
    /// <param name="args">The arguments.</param>
    public static JsonNode? Args(KubeadmApi api, IReadOnlyList<Arg> args)
    {
        if (args.Count == 0)
        {
            return null;
        }

        if (api >= KubeadmApi.V1Beta4)
        {
            return Json.List(args, static a => new JsonObject { ["name"] = a.Name, ["value"] = a.Value });
        }

        var map = new JsonObject();
        foreach (var arg in args)
        {
            map[arg.Name] = arg.Value;
        }

        return map;
    }

    private static JsonObject? ApiServer(KubeadmApi api, APIServer? server, KubeadmFacts facts)
    {
        var part = Component(api, server?.ExtraArgs ?? [], server?.ExtraVolumes ?? [], server?.ExtraEnvs ?? [])
            .Put("certSANs", server?.CertSANs ?? []);
        return api < KubeadmApi.V1Beta4
            ? part.Put("timeoutForControlPlane", GoDuration.OfSeconds(facts.ControlPlaneComponentHealthCheckSeconds))
            : part;
    }

    private static JsonObject? Component(KubeadmApi api, ControlPlaneComponent? component) =>
        component is null ? null : Component(api, component.ExtraArgs, component.ExtraVolumes, component.ExtraEnvs);

    private static JsonObject Component(
        KubeadmApi api, IReadOnlyList<Arg> args, IReadOnlyList<HostPathMount> volumes, IReadOnlyList<EnvVar> envs)
    {
        var part = new JsonObject();
        if (Args(api, args) is { } extra)
        {
            part["extraArgs"] = extra;
        }

        part.Put("extraVolumes", Json.List(volumes, static v => new JsonObject { ["name"] = v.Name, ["hostPath"] = v.HostPath, ["mountPath"] = v.MountPath }
            .Put("readOnly", v.ReadOnly)
            .Put("pathType", v.PathType)));
        return api >= KubeadmApi.V1Beta4 ? part.Put("extraEnvs", EnvironmentFile.Write(envs)) : part;
    }

    private static JsonObject? Etcd(KubeadmApi api, Api.Bootstrap.Kubeadm.Etcd? etcd)
    {
        if (etcd?.External is { } external)
        {
            return new JsonObject
            {
                ["external"] = new JsonObject()
                    .Put("endpoints", external.Endpoints)
                    .Put("caFile", external.CaFile)
                    .Put("certFile", external.CertFile)
                    .Put("keyFile", external.KeyFile),
            };
        }

        if (etcd?.Local is not { } local)
        {
            return null;
        }

        var part = new JsonObject()
            .Put("imageRepository", local.ImageRepository)
            .Put("imageTag", local.ImageTag)
            .Put("dataDir", local.DataDir);
        if (Args(api, local.ExtraArgs) is { } extra)
        {
            part["extraArgs"] = extra;
        }

        if (api >= KubeadmApi.V1Beta4)
        {
            part.Put("extraEnvs", EnvironmentFile.Write(local.ExtraEnvs));
        }

        part.Put("serverCertSANs", local.ServerCertSANs).Put("peerCertSANs", local.PeerCertSANs);
        return new JsonObject().Put("local", part);
    }
}
