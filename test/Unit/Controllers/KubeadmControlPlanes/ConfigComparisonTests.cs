using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.KubeadmControlPlanes.Rollout;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

public sealed class ConfigComparisonTests
{
    private static readonly NodeRegistrationOptions Registration = new()
    {
        KubeletExtraArgs = [new Arg { Name = "eviction-hard", Value = "nodefs.available<0%" }],
    };

    private static readonly KubeadmConfigSpec Wanted = new()
    {
        ClusterConfiguration = new ClusterConfiguration { ApiServer = new APIServer { CertSANs = ["localhost"] } },
        InitConfiguration = new InitConfiguration { NodeRegistration = Registration },
        JoinConfiguration = new JoinConfiguration { NodeRegistration = Registration },
    };

    [Fact]
    public void What_was_made_is_as_wanted()
    {
        Assert.True(ConfigComparison.Same(Wanted, ConfigComparison.ForInit(Wanted)));
        Assert.True(ConfigComparison.Same(Wanted, ConfigComparison.ForJoin(Wanted)));
    }

    [Fact]
    public void Nothing_wanted_is_as_made()
    {
        var nothing = new KubeadmConfigSpec();
        Assert.True(ConfigComparison.Same(nothing, ConfigComparison.ForInit(nothing)));
        Assert.True(ConfigComparison.Same(nothing, ConfigComparison.ForJoin(nothing)));
    }

    [Fact]
    public void How_a_machine_found_the_control_plane_does_not_count()
    {
        var joined = ConfigComparison.ForJoin(Wanted);
        joined = joined with
        {
            JoinConfiguration = joined.JoinConfiguration! with { Discovery = new Discovery { BootstrapToken = new BootstrapTokenDiscovery { Token = "a.b" } } },
        };
        Assert.True(ConfigComparison.Same(Wanted, joined));
    }

    [Fact]
    public void Written_defaults_are_as_missing_ones()
    {
        var joined = ConfigComparison.ForJoin(Wanted) with { Format = "cloud-config" };
        joined = joined with
        {
            JoinConfiguration = joined.JoinConfiguration! with { NodeRegistration = Registration with { ImagePullPolicy = "IfNotPresent" } },
        };
        Assert.True(ConfigComparison.Same(Wanted, joined));
    }

    [Fact]
    public void The_first_machine_may_differ_in_what_only_init_says()
    {
        var wanted = Wanted with { InitConfiguration = Wanted.InitConfiguration! with { NodeRegistration = new NodeRegistrationOptions { Name = "first" } } };
        Assert.True(ConfigComparison.Same(wanted, ConfigComparison.ForInit(wanted)));
    }

    public static TheoryData<string, KubeadmConfigSpec> Differences => new()
    {
        { "an argument", Wanted with { ClusterConfiguration = new ClusterConfiguration { ApiServer = new APIServer { CertSANs = ["other"] } } } },
        { "a command", Wanted with { PreKubeadmCommands = ["hostname x"] } },
        { "no taints instead of kubeadm's", Wanted with
            {
                InitConfiguration = new InitConfiguration { NodeRegistration = Registration with { Taints = [] } },
                JoinConfiguration = new JoinConfiguration { NodeRegistration = Registration with { Taints = [] } },
            } },
        { "a taint", Wanted with
            {
                InitConfiguration = new InitConfiguration { NodeRegistration = Registration with { Taints = [new Taint { Key = "a", Effect = "NoSchedule" }] } },
                JoinConfiguration = new JoinConfiguration { NodeRegistration = Registration with { Taints = [new Taint { Key = "a", Effect = "NoSchedule" }] } },
            } },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Other_differences_count(string what, KubeadmConfigSpec wanted)
    {
        Assert.False(ConfigComparison.Same(wanted, ConfigComparison.ForInit(Wanted)), what);
        Assert.False(ConfigComparison.Same(wanted, ConfigComparison.ForJoin(Wanted)), what);
    }
}
