using System.Text.Json.Nodes;
using Slipway.Api.Bootstrap.Joining;

namespace Slipway.Controllers.Kubeadm;

/// <summary>kubeadm's InitConfiguration and JoinConfiguration as trees, with the fields that each version has.</summary>
internal static class NodeConfigurationFile
{
    /// <summary>Writes an InitConfiguration.</summary>
    /// <param name="api">The version of the file.</param>
    /// <param name="config">What is wanted.</param>
    public static JsonObject WriteInit(KubeadmApi api, InitConfiguration config)
    {
        var file = new JsonObject { ["apiVersion"] = api.ApiVersion, ["kind"] = "InitConfiguration" }
            .Put("bootstrapTokens", Json.List(config.BootstrapTokens, static t => new JsonObject { ["token"] = t.Token }
                .Put("description", t.Description)
                .Put("expires", Json.Moment(t.Expires))
                .Put("ttl", GoDuration.OfSeconds(t.TtlSeconds))
                .Put("usages", t.Usages)
                .Put("groups", t.Groups)))
            .Put("localAPIEndpoint", Endpoint(config.LocalAPIEndpoint))
            .Put("nodeRegistration", Registration(api, config.NodeRegistration));
        return AddCommon(file, api, config.SkipPhases, config.Patches, config.Timeouts);
    }

    /// <summary>Writes a JoinConfiguration.</summary>
    /// <param name="api">The version of the file.</param>
    /// <param name="config">What is wanted.</param>
    public static JsonObject WriteJoin(KubeadmApi api, JoinConfiguration config)
    {
        var file = new JsonObject { ["apiVersion"] = api.ApiVersion, ["kind"] = "JoinConfiguration" }
            .Put("caCertPath", config.CaCertPath);
        if (config.ControlPlane is { } controlPlane)
        {
            // Present even if empty: it is what makes the node part of the control plane.
            file["controlPlane"] = new JsonObject().Put("localAPIEndpoint", Endpoint(controlPlane.LocalAPIEndpoint));
        }

        file.Put("discovery", Discovery(api, config))
            .Put("nodeRegistration", Registration(api, config.NodeRegistration));
        return AddCommon(file, api, config.SkipPhases, config.Patches, config.Timeouts);
    }

    private static JsonObject AddCommon(
        JsonObject file, KubeadmApi api, IReadOnlyList<string> skipPhases, Patches? patches, Timeouts? timeouts)
    {
        if (api >= KubeadmApi.V1Beta3)
        {
            file.Put("patches", new JsonObject().Put("directory", patches?.Directory)).Put("skipPhases", skipPhases);
        }

        return api < KubeadmApi.V1Beta4 || timeouts is null ? file : file.Put("timeouts", new JsonObject()
            .Put("controlPlaneComponentHealthCheck", GoDuration.OfSeconds(timeouts.ControlPlaneComponentHealthCheckSeconds))
            .Put("discovery", GoDuration.OfSeconds(timeouts.DiscoverySeconds))
            .Put("etcdAPICall", GoDuration.OfSeconds(timeouts.EtcdAPICallSeconds))
            .Put("kubeletHealthCheck", GoDuration.OfSeconds(timeouts.KubeletHealthCheckSeconds))
            .Put("kubernetesAPICall", GoDuration.OfSeconds(timeouts.KubernetesAPICallSeconds))
            .Put("tlsBootstrap", GoDuration.OfSeconds(timeouts.TlsBootstrapSeconds)));
    }

    private static JsonObject Discovery(KubeadmApi api, JoinConfiguration config)
    {
        var discovery = config.Discovery;
        var part = new JsonObject();
        if (discovery?.BootstrapToken is { } token)
        {
            part["bootstrapToken"] = new JsonObject()
                .Put("apiServerEndpoint", token.ApiServerEndpoint)
                .Put("caCertHashes", token.CaCertHashes)
                .Put("token", token.Token)
                .Put("unsafeSkipCAVerification", token.UnsafeSkipCAVerification);
        }

        if (discovery?.File is { } file)
        {
            part["file"] = new JsonObject { ["kubeConfigPath"] = file.KubeConfigPath };
        }

        part.Put("tlsBootstrapToken", discovery?.TlsBootstrapToken);
        return api < KubeadmApi.V1Beta4 ? part.Put("timeout", GoDuration.OfSeconds(config.Timeouts?.TlsBootstrapSeconds)) : part;
    }

    private static JsonObject? Endpoint(LocalAPIEndpoint? endpoint) => endpoint is null
        ? null
        : new JsonObject().Put("advertiseAddress", endpoint.AdvertiseAddress).Put("bindPort", endpoint.BindPort);

    private static JsonObject? Registration(KubeadmApi api, NodeRegistrationOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        var part = new JsonObject()
            .Put("criSocket", options.CriSocket)
            .Put("ignorePreflightErrors", options.IgnorePreflightErrors);
        if (api >= KubeadmApi.V1Beta3)
        {
            part.Put("imagePullPolicy", options.ImagePullPolicy);
        }

        if (api >= KubeadmApi.V1Beta4)
        {
            part.Put("imagePullSerial", options.ImagePullSerial);
        }

        if (ClusterConfigurationFile.Args(api, options.KubeletExtraArgs) is { } extra)
        {
            part["kubeletExtraArgs"] = extra;
        }

        part.Put("name", options.Name);
        if (options.Taints is { } taints)
        {
            // An empty list means no taints at all; a missing one means kubeadm's own.
            part["taints"] = Json.List(taints, static t => new JsonObject { ["key"] = t.Key, ["effect"] = t.Effect }
                .Put("value", t.Value)
                .Put("timeAdded", Json.Moment(t.TimeAdded)));
        }

        return part;
    }
}
