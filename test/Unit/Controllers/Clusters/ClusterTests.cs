using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Clusters;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.Clusters;

public sealed class ClusterTests
{
    private const string Infrastructure = """
        {"spec":{"controlPlaneEndpoint":{"host":"10.0.0.1","port":6443}},
         "status":{"initialization":{"provisioned":true},"failureDomains":[{"name":"b","controlPlane":true},{"name":"a"}]}}
        """;

    private static Cluster New => new()
    {
        Metadata = Given.Meta("c"),
        Spec = new ClusterSpec { InfrastructureRef = Given.Reference("DockerCluster", "c"), ControlPlaneRef = Given.Reference("KubeadmControlPlane", "cp") },
    };

    private static View View(Cluster cluster) => new()
    {
        Cluster = cluster,
        Infrastructure = Given.Found("DockerCluster", "c", Infrastructure),
        ControlPlane = Given.Found("KubeadmControlPlane", "cp", """{"spec":{"replicas":3,"version":"v1.30.0"},"status":{"replicas":1,"initialization":{"controlPlaneInitialized":true}}}"""),
        Now = Given.Now,
    };

    [Fact]
    public void Parts_come_to_belong_to_the_cluster_and_the_endpoint_is_taken_over()
    {
        var plan = Plan.Make(View(New));
        Assert.Equal(2, plan.Changes.OfType<Change.OwnObject>().Count());
        Assert.All(plan.Changes.OfType<Change.OwnObject>(), o =>
        {
            Assert.Equal("c", o.Metadata.Labels[Labels.ClusterName]);
            Assert.Null(Assert.Single(o.Metadata.OwnerReferences).Controller);
        });
        Assert.Equal(("10.0.0.1", 6443), (plan.Cluster.Spec.ControlPlaneEndpoint!.Host, plan.Cluster.Spec.ControlPlaneEndpoint.Port));
        Assert.Contains(Finalizers.Cluster, plan.Cluster.Metadata.Finalizers);
    }

    [Fact]
    public void The_status_follows_the_parts()
    {
        var view = View(New);
        view = view with { Cluster = Plan.Make(view).Cluster };
        var status = Report.Make(view, null);
        Assert.Equal((true, true), (status.Initialization!.InfrastructureProvisioned, status.Initialization.ControlPlaneInitialized));
        Assert.Equal("Provisioned", status.Phase);
        Assert.Equal(["a", "b"], status.FailureDomains.Select(d => d.Name));
        Assert.Equal((3, 1), (status.ControlPlane!.DesiredReplicas, status.ControlPlane.Replicas));
        Assert.Equal("True", status.Conditions.The(ConditionTypes.InfrastructureReady)!.Status);
        Assert.Equal("True", status.Conditions.The(ConditionTypes.ControlPlaneInitialized)!.Status);
    }

    [Fact]
    public void A_missing_part_is_named()
    {
        var status = Report.Make(View(New) with { Infrastructure = Given.Missing("DockerCluster", "c"), ControlPlane = Given.Missing("KubeadmControlPlane", "cp") }, null);
        Assert.Equal((Reasons.ObjectDoesNotExist, "There is no DockerCluster c"), status.Conditions.The(ConditionTypes.InfrastructureReady) is { } c ? (c.Reason, c.Message) : default);
        Assert.Contains("There is no KubeadmControlPlane cp", status.Conditions.The(ConditionTypes.ControlPlaneInitialized)!.Message);
        Assert.Equal("Provisioning", status.Phase);
    }

    [Fact]
    public void A_part_deleted_later_is_not_called_new()
    {
        var status = Report.Make(View(Given.Cluster()) with { Infrastructure = Given.Missing("DockerCluster", "c") }, null);
        Assert.Equal(Reasons.ObjectDeleted, status.Conditions.The(ConditionTypes.InfrastructureReady)!.Reason);
    }

    [Fact]
    public void A_topology_is_refused_by_name()
    {
        var status = Report.Make(View(New with { Spec = new ClusterSpec { Topology = new() } }), null);
        Assert.Contains("not supported", status.Conditions.The(ConditionTypes.TopologyReconciled)!.Message);
        Assert.Equal("False", status.Conditions.The(ConditionTypes.Available)!.Status);
    }

    [Fact]
    public void The_connection_is_told()
    {
        Condition Probe(WorkloadState state) => Report.RemoteConnectionProbe(View(New) with { Connection = state })!;
        Assert.Equal("False", Probe(WorkloadState.Unseen).Status);
        Assert.Equal("True", Probe(new WorkloadState(WorkloadPhase.Connected, "", Given.Now) { LastProbeSuccess = Given.Now }).Status);
        Assert.Equal("True", Probe(new WorkloadState(WorkloadPhase.Down, "", Given.Now) { LastProbeSuccess = Given.Now.AddSeconds(-40), Failures = 3 }).Status);
        Assert.Equal("False", Probe(new WorkloadState(WorkloadPhase.Down, "", Given.Now) { LastProbeSuccess = Given.Now.AddSeconds(-51), Failures = 5 }).Status);
    }

    [Fact]
    public void A_rollout_anywhere_is_a_rollout_of_the_cluster()
    {
        var calm = Given.Deployment(1) with { Status = new() { Conditions = [new Condition { Type = "RollingOut", Status = "False", Reason = "NotRollingOut" }] } };
        var busy = Given.Deployment(1) with { Status = new() { Conditions = [new Condition { Type = "RollingOut", Status = "True", Reason = "RollingOut", Message = "Rolling out" }] } };
        Condition Rolling(params MachineDeployment[] deployments) =>
            Report.Movement(View(New) with { Deployments = deployments }, ConditionTypes.RollingOut, new MergeReasons(Reasons.RollingOut, Reasons.RollingOutUnknown, Reasons.NotRollingOut));
        Assert.Equal(("False", Reasons.NotRollingOut), (Rolling(calm).Status, Rolling(calm).Reason));
        Assert.Equal(("True", Reasons.RollingOut), (Rolling(calm, busy).Status, Rolling(calm, busy).Reason));
        Assert.Contains("MachineDeployment md: Rolling out", Rolling(busy).Message);
    }

    [Fact]
    public void A_cluster_without_a_control_plane_object_gets_its_kubeconfig_once()
    {
        var lone = New with { Spec = new ClusterSpec { ControlPlaneEndpoint = new() { Host = "10.0.0.1", Port = 6443 } } };
        var authority = CertificateAuthority.Create("kubernetes", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), Given.Now, TimeSpan.FromDays(3650));
        var pair = new CertificatePair(CertificatePurpose.Cluster, authority.CertificatePem, authority.Key.ToPem());
        var view = new View { Cluster = lone, Authority = pair, Now = Given.Now };
        Assert.Equal("https://10.0.0.1:6443", Assert.Single(Plan.Make(view).Changes.OfType<Change.WriteKubeconfig>()).Server);
        Assert.Empty(Plan.Make(view with { Authority = null }).Changes);
        Assert.Empty(Plan.Make(View(New) with { Authority = pair }).Changes.OfType<Change.WriteKubeconfig>());

        var made = AdminKubeconfig.Make(lone, "https://10.0.0.1:6443", lone, pair, PrivateKey.Generate(KeyAlgorithm.EcdsaP256), Given.Now);
        Assert.Empty(Plan.Make(view with { Kubeconfig = made }).Changes);
        Assert.Single(Plan.Make(view with { Kubeconfig = made, Now = Given.Now.AddDays(200) }).Changes.OfType<Change.WriteKubeconfig>());
        var theirs = made.WithMetadata(made.Metadata with { OwnerReferences = [] });
        Assert.Empty(Plan.Make(view with { Kubeconfig = theirs, Now = Given.Now.AddDays(200) }).Changes);
    }

    [Fact]
    public void The_whole_way_out()
    {
        var cluster = New.WithMetadata(New.Metadata with { DeletionTimestamp = Given.Now });
        var worker = Given.Machine("w1") is var w ? w.WithMetadata(w.Metadata with { OwnerReferences = [Given.Set("md-1", 1).AsController()] }) : null!;
        var plane = Given.Machine("cp1").Labelled(Labels.ControlPlane);
        var lines = new List<string>();

        void Step(string before, View view)
        {
            var step = Plan.Make(view).Deletion!;
            lines.Add($"{before}: {step.Reason}: {step.Message.ReplaceLineEndings(" ")}");
            lines.AddRange(step.Changes.Select(c => $"  {c}"));
        }

        var whole = View(cluster) with { Deployments = [Given.Deployment(1)], Sets = [Given.Set("md-1", 1), Lone()], Machines = [worker, plane, Given.Machine("lone")] };
        Step("deletion is asked for", whole);
        Step("workers are going", whole with { Deployments = [], Sets = [], Machines = [worker.Leaving(), plane] });
        Step("workers are gone", whole with { Deployments = [], Sets = [], Machines = [plane] });
        Step("the control plane is gone", View(cluster) with { ControlPlane = Given.Missing("KubeadmControlPlane", "cp") });
        Step("nothing is left", View(cluster) with { ControlPlane = Given.Missing("KubeadmControlPlane", "cp"), Infrastructure = Given.Missing("DockerCluster", "c") });
        Story.Tells("cluster the whole way out", lines);

        static MachineSet Lone() => Given.Set("lone", 1) is var s ? s.WithMetadata(s.Metadata with { OwnerReferences = [] }) : null!;
    }
}
