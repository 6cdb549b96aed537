using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmConfigs;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.KubeadmConfigs;

public sealed class PlanTests
{
    private static readonly CertificateSet Complete = new()
    {
        Pairs = CertificatePurposes.Of(null).ToDictionary(p => p, p => new CertificatePair(p, "c", "k")),
    };

    [Fact]
    public void Without_an_owner_nothing_is_done() => Assert.IsType<Plan.Rest>(Plan.Make(View() with { Owner = null }));

    [Fact]
    public void A_machine_pool_is_refused_by_name() => Assert.Equal(
        "MachinePool p owns this KubeadmConfig, and machine pools are not supported yet: use a MachineDeployment",
        Assert.IsType<Plan.Refuse>(Plan.Make(View() with { Owner = new OwnerReference { Kind = "MachinePool", Name = "p", Controller = true } })).Sentence);

    [Fact]
    public void The_infrastructure_comes_first()
    {
        var view = View();
        var plan = Plan.Make(view with { Cluster = view.Cluster! with { Status = new ClusterStatus() } });
        Assert.Equal("Waiting for Cluster status.infrastructureReady to be true", Assert.IsType<Plan.Wait>(plan).Sentence);
    }

    [Fact]
    public void A_worker_waits_for_the_control_plane() => Assert.Equal(
        "Waiting for Cluster control plane to be initialized", Assert.IsType<Plan.Wait>(Plan.Make(View(initialized: false))).Sentence);

    [Fact]
    public void The_first_machine_of_the_control_plane_initializes_it() =>
        Assert.False(Assert.IsType<Plan.Init>(Plan.Make(View(initialized: false, controlPlane: true))).MakeCertificates);

    [Fact]
    public void Without_a_control_plane_provider_missing_certificates_are_made()
    {
        var view = View(initialized: false, controlPlane: true);
        view = view with
        {
            Cluster = view.Cluster! with { Spec = view.Cluster.Spec with { ControlPlaneRef = null } },
            Certificates = new CertificateSet { Missing = CertificatePurposes.Of(null) },
        };
        Assert.True(Assert.IsType<Plan.Init>(Plan.Make(view)).MakeCertificates);
    }

    [Fact]
    public void With_a_control_plane_provider_its_certificates_are_waited_for()
    {
        var view = View(initialized: false, controlPlane: true) with { Certificates = new CertificateSet { Missing = [CertificatePurpose.Etcd] } };
        Assert.Equal("Waiting for cluster certificates in Secret c-etcd", Assert.IsType<Plan.LackCertificates>(Plan.Make(view)).Sentence);
    }

    [Fact]
    public void Later_machines_join()
    {
        Assert.True(Assert.IsType<Plan.Join>(Plan.Make(View(controlPlane: true))).ControlPlane);
        Assert.False(Assert.IsType<Plan.Join>(Plan.Make(View())).ControlPlane);
    }

    [Fact]
    public void A_worker_needs_only_the_cluster_authority() =>
        Assert.IsType<Plan.Join>(Plan.Make(View() with { Certificates = Complete with { Missing = [CertificatePurpose.Etcd] } }));

    [Fact]
    public void A_token_needs_a_connection()
    {
        var plan = Plan.Make(View() with { Workload = null, WorkloadState = new WorkloadState(WorkloadPhase.Down, "refused", Given.Now) });
        Assert.Equal("Waiting for a connection to the workload cluster, to make a bootstrap token: refused", Assert.IsType<Plan.Wait>(plan).Sentence);
    }

    [Fact]
    public void A_worker_may_not_join_the_control_plane() =>
        Assert.IsType<Plan.Refuse>(Plan.Make(View(spec: new KubeadmConfigSpec { JoinConfiguration = new JoinConfiguration { ControlPlane = new JoinControlPlane() } })));

    [Fact]
    public void Ignition_is_refused_by_name() => Assert.Equal(
        "spec.format ignition is not supported yet: use cloud-config",
        Assert.IsType<Plan.Refuse>(Plan.Make(View(spec: new KubeadmConfigSpec { Format = "ignition" }))).Sentence);

    [Fact]
    public void A_forgotten_status_is_restored()
    {
        var view = View();
        var machine = view.Machine! with { Spec = view.Machine.Spec with { Bootstrap = new Bootstrap { DataSecretName = "s" } } };
        Assert.Equal("s", Assert.IsType<Plan.Restore>(Plan.Make(view with { Machine = machine })).Secret);
    }

    [Theory]
    [InlineData(1, typeof(Plan.Wait))]
    [InlineData(5, typeof(Plan.KeepToken))]
    [InlineData(60, typeof(Plan.KeepToken))]
    public void A_token_is_kept_until_the_machine_has_a_node(int minutes, Type expected)
    {
        var view = Written(View());
        view = view with { Now = Given.Now.AddMinutes(minutes), Machine = view.Machine! with { Status = new MachineStatus() } };
        Assert.IsType(expected, Plan.Make(view));
        Assert.IsType<Plan.Rest>(Plan.Make(view with { Machine = view.Machine with { Status = new MachineStatus { NodeRef = new MachineNodeReference { Name = "n" } } } }));
    }

    private static View Written(View view) => view with
    {
        Config = view.Config with
        {
            Spec = new KubeadmConfigSpec { JoinConfiguration = new JoinConfiguration { Discovery = new Discovery { BootstrapToken = new BootstrapTokenDiscovery { Token = "a.b" } } } },
            Status = new KubeadmConfigStatus
            {
                DataSecretName = "config",
                Initialization = new KubeadmConfigInitializationStatus { DataSecretCreated = true },
                Conditions = [new Condition { Type = ConditionTypes.DataSecretAvailable, Status = "True", Reason = "Available", LastTransitionTime = Given.Now }],
            },
        },
    };

    private static View View(bool initialized = true, bool controlPlane = false, KubeadmConfigSpec? spec = null)
    {
        var machine = Given.Machine("m");
        machine = machine with { Spec = machine.Spec with { Bootstrap = new Bootstrap { ConfigRef = machine.Spec.Bootstrap.ConfigRef } } };
        var cluster = Given.Cluster();
        return new View
        {
            Config = new KubeadmConfig { Metadata = Given.Meta("config"), Spec = spec ?? new KubeadmConfigSpec() },
            Machine = controlPlane ? machine.Labelled(Labels.ControlPlane) : machine,
            Owner = machine.AsController(),
            Cluster = cluster with
            {
                Spec = cluster.Spec with { ControlPlaneEndpoint = new APIEndpoint { Host = "h", Port = 6443 }, ControlPlaneRef = Given.Reference("KubeadmControlPlane", "kcp") },
                Status = cluster.Status with { Initialization = cluster.Status.Initialization! with { ControlPlaneInitialized = initialized } },
            },
            Certificates = Complete,
            Workload = Machines.Workload.Connected,
            Now = Given.Now,
        };
    }
}
