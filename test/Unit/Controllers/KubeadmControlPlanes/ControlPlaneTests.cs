using System.Text;
using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Conditions;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

/// <summary>The controller itself, over clusters in memory.</summary>
public sealed class ControlPlaneTests : IAsyncLifetime
{
    private static readonly ResourceType Templates = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerMachineTemplate", "dockermachinetemplates");
    private readonly KubeadmPlane _plane = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _plane.AddKindAsync("DockerMachineTemplate");
        await _plane.AddKindAsync("DockerMachine");
        await _plane.Client.CreateAsync(
            Templates,
            Unstructured.Parse("""{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DockerMachineTemplate","metadata":{"name":"small","namespace":"ns"},"spec":{"template":{"spec":{"customImage":"x"}}}}"""u8),
            Cancellation);
        _plane.Start();
    }

    public ValueTask DisposeAsync() => _plane.DisposeAsync();

    [Fact]
    public async Task The_first_machine_comes_with_all_it_needs()
    {
        await CreateAsync(replicas: 1);
        var machine = Assert.Single(await _plane.AllAsync<Machine>(1));
        Assert.True(machine.Metadata.ControllerOwner is { Kind: "KubeadmControlPlane", Name: "kcp" });
        Assert.Equal(("v1.30.0", "c"), (machine.Spec.Version, machine.Spec.ClusterName));
        Assert.Equal("", machine.Metadata.Labels[Labels.ControlPlane]);
        Assert.Contains(Annotations.PreTerminateKubeadmControlPlaneCleanup, machine.Metadata.Annotations.Keys);
        Assert.Equal(6, machine.Spec.ReadinessGates.Count);
        var config = await _plane.TheAsync<KubeadmConfig>(machine.Metadata.Name, _ => true);
        Assert.NotNull(config.Spec.ClusterConfiguration);
        Assert.Null(config.Spec.JoinConfiguration);
        var infrastructure = await _plane.Client.GetAsync(
            Templates with { Kind = "DockerMachine", Plural = "dockermachines" }, machine.Metadata.Key, Cancellation);
        Assert.Equal("small", infrastructure.Metadata.Annotations[Annotations.ClonedFromName]);
        Assert.Equal("x", infrastructure.Text("spec", "customImage"));

        var kubeconfig = await _plane.TheAsync<Secret>("c-kubeconfig", _ => true);
        var parsed = Kubeconfig.Parse(Encoding.UTF8.GetString(kubeconfig.Data["value"]));
        var contents = CertificateContents.Parse(parsed.ClientCertificatePem);
        Assert.Equal(("https://10.0.0.1:6443", "kubernetes-admin", "system:masters"), (parsed.Server, contents.CommonName, contents.Organizations.Single()));
        foreach (var end in (string[])["ca", "etcd", "proxy", "sa"])
        {
            var secret = await _plane.TheAsync<Secret>($"c-{end}", _ => true);
            Assert.Equal("cluster.x-k8s.io/secret", secret.Type);
            Assert.True(secret.Metadata.ControllerOwner is { Kind: "KubeadmControlPlane" });
            Assert.Equal(["tls.crt", "tls.key"], secret.Data.Keys.Order());
        }
    }

    [Fact]
    public async Task Certificates_of_the_user_are_honoured()
    {
        var key = PrivateKey.Generate(KeyAlgorithm.EcdsaP256);
        var own = CertificateAuthority.Create("mine", key, Given.Now, TimeSpan.FromDays(100));
        await _plane.Client.CreateAsync(
            new Secret
            {
                Metadata = new ObjectMeta { Name = "c-ca", Namespace = "ns", Labels = new Dictionary<string, string> { [Labels.ClusterName] = "c" } },
                Data = new Dictionary<string, byte[]> { ["tls.crt"] = Encoding.UTF8.GetBytes(own.CertificatePem), ["tls.key"] = Encoding.UTF8.GetBytes(key.ToPem()) },
            },
            Cancellation);
        await CreateAsync(replicas: 1);
        var kubeconfig = await _plane.TheAsync<Secret>("c-kubeconfig", _ => true);
        Assert.Equal(own.CertificatePem, Kubeconfig.Parse(Encoding.UTF8.GetString(kubeconfig.Data["value"])).CertificateAuthorityPem);
        Assert.Null((await _plane.TheAsync<Secret>("c-ca", _ => true)).Metadata.ControllerOwner);
    }

    [Fact]
    public async Task The_status_tells_what_is_waited_for()
    {
        await CreateAsync(replicas: 3);
        var plane = await _plane.TheAsync<KubeadmControlPlane>("kcp", p => p.Status.Replicas == 1);
        Assert.Contains(Finalizers.KubeadmControlPlane, plane.Metadata.Finalizers);
        plane = await _plane.TheAsync<KubeadmControlPlane>("kcp", p => Message(p, ConditionTypes.ScalingUp).Contains("blocked", StringComparison.Ordinal));
        Assert.Equal(
            "Scaling up from 1 to 3 replicas is blocked because:\n* waiting for the first Machine to initialize the control plane",
            Message(plane, ConditionTypes.ScalingUp));
        Assert.Equal("Control plane not yet initialized", Message(plane, ConditionTypes.Available));
        Assert.True(ConditionSet.IsTrue(plane.Status.Conditions, ConditionTypes.CertificatesAvailable));
        Assert.True(ConditionSet.IsFalse(plane.Status.Conditions, ConditionTypes.Paused));
        Assert.Equal("cluster.x-k8s.io/cluster-name=c,cluster.x-k8s.io/control-plane", plane.Status.Selector);
    }

    [Fact]
    public async Task A_missing_template_is_named()
    {
        await CreateAsync(replicas: 1, template: "none");
        var plane = await _plane.TheAsync<KubeadmControlPlane>("kcp", p => Message(p, ConditionTypes.ScalingUp).Contains("none", StringComparison.Ordinal));
        Assert.Contains("There is no DockerMachineTemplate none in namespace ns: create it", Message(plane, ConditionTypes.ScalingUp), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_machine_gets_its_bootstrap_data()
    {
        await CreateAsync(replicas: 1);
        var machine = Assert.Single(await _plane.AllAsync<Machine>(1));
        await ChangeAsync<KubeadmConfig>(machine.Metadata.Name, c => c.WithMetadata(c.Metadata.WithOwner(machine.AsController())));
        var config = await _plane.TheAsync<KubeadmConfig>(machine.Metadata.Name, c => c.Status.Initialization?.DataSecretCreated == true);
        Assert.Equal(machine.Metadata.Name, config.Status.DataSecretName);
        Assert.True(ConditionSet.IsTrue(config.Status.Conditions, ConditionTypes.Ready));
        var data = Encoding.UTF8.GetString((await _plane.TheAsync<Secret>(machine.Metadata.Name, _ => true)).Data["value"]);
        Assert.StartsWith("## template: jinja\n#cloud-config\n", data, StringComparison.Ordinal);
        Assert.Contains("kubeadm init --config /run/kubeadm/kubeadm.yaml", data, StringComparison.Ordinal);
        Assert.Contains("      controlPlaneEndpoint: 10.0.0.1:6443\n", data, StringComparison.Ordinal);
        var held = await _plane.TheAsync<ConfigMap>("c-lock", _ => true);
        Assert.Equal($$"""{"machineName":"{{machine.Metadata.Name}}"}""", held.Data["lock-information"]);
    }

    [Fact]
    public async Task A_machine_joins_by_a_token_that_nothing_tells()
    {
        await CreateAsync(replicas: 1);
        var first = Assert.Single(await _plane.AllAsync<Machine>(1));
        await _plane.TheAsync<Secret>("c-kubeconfig", _ => true);
        await ChangeAsync<Machine>(
            first.Metadata.Name, m => m with { Status = m.Status with { Initialization = new MachineInitializationStatus { InfrastructureProvisioned = true } } });
        await ChangeAsync<Cluster>(
            "c",
            c => c with { Status = c.Status with { Initialization = new ClusterInitializationStatus { InfrastructureProvisioned = true, ControlPlaneInitialized = true } } });
        var worker = await _plane.Client.CreateAsync(
            new Machine
            {
                Metadata = new ObjectMeta { Name = "w", Namespace = "ns", Labels = new Dictionary<string, string> { [Labels.ClusterName] = "c" } },
                Spec = new MachineSpec { ClusterName = "c", Version = "v1.30.0", Bootstrap = new Bootstrap { ConfigRef = Given.Reference("KubeadmConfig", "w") } },
            },
            Cancellation);
        await _plane.Client.CreateAsync(
            new KubeadmConfig
            {
                Metadata = new ObjectMeta { Name = "w", Namespace = "ns", OwnerReferences = [worker.AsController()], Labels = new Dictionary<string, string> { [Labels.ClusterName] = "c" } },
            },
            Cancellation);
        var config = await _plane.TheAsync<KubeadmConfig>("w", c => c.Status.Initialization?.DataSecretCreated == true);
        var discovery = config.Spec.JoinConfiguration!.Discovery!.BootstrapToken!;
        Assert.Equal("10.0.0.1:6443", discovery.ApiServerEndpoint);
        var authority = Encoding.UTF8.GetString((await _plane.TheAsync<Secret>("c-ca", _ => true)).Data["tls.crt"]);
        Assert.Equal(CertificateContents.Parse(authority).PublicKeyPin, Assert.Single(discovery.CaCertHashes));

        var token = await _plane.Workload.GetAsync<Secret>(new ObjectKey("kube-system", "bootstrap-token-" + discovery.Token!.Split('.')[0]), Cancellation);
        Assert.Equal("bootstrap.kubernetes.io/token", token.Type);
        Assert.Equal(discovery.Token.Split('.')[1], Encoding.UTF8.GetString(token.Data["token-secret"]));
        Assert.Equal("2026-01-01T12:15:00Z", Encoding.UTF8.GetString(token.Data["expiration"]));
        var data = Encoding.UTF8.GetString((await _plane.TheAsync<Secret>("w", _ => true)).Data["value"]);
        Assert.Contains(discovery.Token, data, StringComparison.Ordinal);
        Assert.Contains("node.cluster.x-k8s.io/uninitialized", data, StringComparison.Ordinal);
        Assert.DoesNotContain("ca.key", data, StringComparison.Ordinal);

        await _plane.DisposeAsync();
        var events = await _plane.Server.ListAsync<Event>("", "", Cancellation);
        Assert.NotEmpty(events);
        Assert.DoesNotContain(events, e => e.Message!.Contains(discovery.Token.Split('.')[1], StringComparison.Ordinal));
    }

    /// <summary>Changes an object that controllers change as well.</summary>
    private async Task ChangeAsync<T>(string name, Func<T, T> change)
        where T : class, IKind<T>
    {
        while (true)
        {
            var present = await _plane.TheAsync<T>(name, _ => true);
            try
            {
                await _plane.Client.SaveAsync(present, change(present), Cancellation);
                return;
            }
            catch (ApiException e) when (e.Code == 409)
            {
                // A controller was faster: its state is the one to change.
            }
        }
    }

    private static string Message(KubeadmControlPlane plane, string type) => ConditionSet.Get(plane.Status.Conditions, type)?.Message ?? "";

    private async Task CreateAsync(int replicas, string template = "small")
    {
        var cluster = await _plane.Client.CreateAsync(
            new Cluster
            {
                Metadata = new ObjectMeta { Name = "c", Namespace = "ns" },
                Spec = new ClusterSpec
                {
                    ControlPlaneEndpoint = new APIEndpoint { Host = "10.0.0.1", Port = 6443 },
                    ControlPlaneRef = new ContractVersionedObjectReference { ApiGroup = "controlplane.cluster.x-k8s.io", Kind = "KubeadmControlPlane", Name = "kcp" },
                },
                Status = new ClusterStatus { Initialization = new ClusterInitializationStatus { InfrastructureProvisioned = true } },
            },
            Cancellation);
        await _plane.Client.CreateAsync(
            new KubeadmControlPlane
            {
                Metadata = new ObjectMeta { Name = "kcp", Namespace = "ns", OwnerReferences = [cluster.AsOwner()] },
                Spec = new KubeadmControlPlaneSpec
                {
                    Replicas = replicas,
                    Version = "v1.30.0",
                    KubeadmConfigSpec = new KubeadmConfigSpec { ClusterConfiguration = new ClusterConfiguration { EncryptionAlgorithm = "ECDSA-P256" } },
                    MachineTemplate = new KubeadmControlPlaneMachineTemplate { Spec = new() { InfrastructureRef = Given.Reference("DockerMachineTemplate", template) } },
                },
            },
            Cancellation);
    }
}
