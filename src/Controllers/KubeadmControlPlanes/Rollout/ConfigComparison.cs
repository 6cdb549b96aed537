using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>
/// Whether a machine was set up as is wanted now. The first machine was set up by an InitConfiguration and later ones by a
/// JoinConfiguration: what both can say is compared, so that the first machine is not replaced for being the first.
/// </summary>
internal static class ConfigComparison
{
    private const string DefaultFormat = "cloud-config";
    private const string DefaultPullPolicy = "IfNotPresent";

    /// <summary>Whether a machine's configuration is as is wanted.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="present">What the machine was set up with.</param>
    public static bool Same(KubeadmConfigSpec wanted, KubeadmConfigSpec present)
    {
        if (Equal(Normal(ForJoin(wanted)), Normal(IsInit(present) ? AsJoin(present) : present)))
        {
            return true;
        }

        return IsInit(present) && Equal(Normal(ForInit(wanted)), Normal(present));
    }

    /// <summary>What the first machine is set up with.</summary>
    /// <param name="wanted">What is wanted.</param>
    public static KubeadmConfigSpec ForInit(KubeadmConfigSpec wanted) =>
        wanted with { JoinConfiguration = null, InitConfiguration = wanted.InitConfiguration ?? new InitConfiguration() };

    /// <summary>What every further machine is set up with.</summary>
    /// <param name="wanted">What is wanted.</param>
    public static KubeadmConfigSpec ForJoin(KubeadmConfigSpec wanted) => wanted with
    {
        InitConfiguration = null,
        JoinConfiguration = (wanted.JoinConfiguration ?? new JoinConfiguration()) with
        {
            ControlPlane = wanted.JoinConfiguration?.ControlPlane ?? new JoinControlPlane(),
        },
    };

    // A machine that joins always has a JoinConfiguration, because joining the control plane must be said.
    private static bool IsInit(KubeadmConfigSpec spec) => spec.JoinConfiguration is null;

    private static KubeadmConfigSpec AsJoin(KubeadmConfigSpec spec)
    {
        var init = spec.InitConfiguration ?? new InitConfiguration();
        return spec with
        {
            InitConfiguration = null,
            JoinConfiguration = new JoinConfiguration
            {
                ControlPlane = new JoinControlPlane { LocalAPIEndpoint = init.LocalAPIEndpoint },
                NodeRegistration = init.NodeRegistration,
                Patches = init.Patches,
                SkipPhases = init.SkipPhases,
                Timeouts = init.Timeouts,
            },
        };
    }

    private static KubeadmConfigSpec Normal(KubeadmConfigSpec spec) => spec with
    {
        Format = string.IsNullOrEmpty(spec.Format) ? DefaultFormat : spec.Format,
        ClusterConfiguration = (spec.ClusterConfiguration ?? new ClusterConfiguration()) with { ControlPlaneEndpoint = null, Dns = null },
        InitConfiguration = spec.InitConfiguration is { } init
            ? init with
            {
                BootstrapTokens = [],
                NodeRegistration = Normal(init.NodeRegistration),
                Timeouts = Normal(init.Timeouts),
            }
            : null,
        JoinConfiguration = spec.JoinConfiguration is { } join
            ? join with
            {
                CaCertPath = null,
                Discovery = null,
                ControlPlane = join.ControlPlane ?? new JoinControlPlane(),
                NodeRegistration = Normal(join.NodeRegistration),
                Timeouts = Normal(join.Timeouts),
            }
            : null,
    };

    private static NodeRegistrationOptions Normal(NodeRegistrationOptions? options) => (options ?? new NodeRegistrationOptions()) with
    {
        ImagePullPolicy = options?.ImagePullPolicy is { Length: > 0 } given ? given : DefaultPullPolicy,
    };

    private static Timeouts? Normal(Timeouts? timeouts) => timeouts is null ? null : timeouts with { ControlPlaneComponentHealthCheckSeconds = null };

    private static bool Equal(KubeadmConfigSpec one, KubeadmConfigSpec other) => JsonNode.DeepEquals(Written(one), Written(other));

    // As JSON, a list that is empty and one that is missing are the same, but for taints, where they are not.
    private static JsonNode? Written(KubeadmConfigSpec spec) => JsonSerializer.SerializeToNode(new KubeadmConfig { Spec = spec }, Type);

    private static readonly JsonTypeInfo<KubeadmConfig> Type = KubeadmConfig.JsonType;
}
