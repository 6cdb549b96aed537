using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>Does what a plan says: writes bootstrap data and what it needs.</summary>
/// <param name="client">The management cluster.</param>
/// <param name="initLock">Lets one machine alone initialise.</param>
/// <param name="maker">Makes certificates where no control plane provider does.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Bootstrapper(IClient client, InitLock initLock, CertificateMaker maker, Chronicle chronicle)
{
    private readonly ContentReader _contents = new(client);
    private readonly DataSecrets _secrets = new(client);

    /// <summary>Does what a plan says.</summary>
    /// <param name="view">What the plan was made of.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async ValueTask<Outcome> ApplyAsync(View view, Plan plan, CancellationToken cancellation)
    {
        switch (plan)
        {
            case Plan.Wait when view.Config.Status.DataSecretName is { Length: > 0 } written:
                await _secrets.RepairAsync(view, cancellation);
                return Done(view, written) with { LookAgain = ((Plan.Wait)plan).LookAgain };
            case Plan.Wait wait:
                return new Outcome(view.Config, "", wait.Sentence) { LookAgain = wait.LookAgain };
            case Plan.Refuse refuse:
                return new Outcome(view.Config, "", refuse.Sentence);
            case Plan.LackCertificates lack:
                return new Outcome(view.Config, "", lack.Sentence) { CertificateProblem = lack.Sentence };
            case Plan.Restore restore:
                chronicle.Did(view.Config, "SuccessfulRestore", plan.Sentence);
                return Done(view, restore.Secret);
            case Plan.Init init:
                return await InitAsync(view, init, cancellation);
            case Plan.Join join:
                return await JoinAsync(view, join, cancellation);
            case Plan.KeepToken keep:
                return await KeepTokenAsync(view, keep, cancellation);
            default:
                await _secrets.RepairAsync(view, cancellation);
                return view.Config.Status.DataSecretName is { Length: > 0 } name ? Done(view, name) : new Outcome(view.Config, "", plan.Sentence);
        }
    }

    private static Outcome Done(View view, string secret) => new(view.Config, secret, "") { CertificateProblem = "" };

    private async ValueTask<Outcome> InitAsync(View view, Plan.Init init, CancellationToken cancellation)
    {
        var holder = await initLock.TakeAsync(view, cancellation);
        if (holder != view.Machine!.Metadata.Name)
        {
            return new Outcome(view.Config, "", $"Waiting for Machine {holder} to initialize the control plane") { LookAgain = Plan.Patience };
        }

        var certificates = view.Certificates;
        if (init.MakeCertificates && certificates.Missing.Count > 0)
        {
            certificates = await maker.CompleteAsync(
                certificates, view.Cluster!, view.Config, view.ClusterConfiguration, cancellation);
        }

        var version = KubernetesVersion.Parse(view.Machine.Spec.Version)!;
        var api = KubeadmApis.For(version);
        var cluster = view.ClusterConfiguration ?? new ClusterConfiguration();
        var spec = view.Config.Spec;
        var first = spec.InitConfiguration ?? new InitConfiguration();
        var kubeadm = KubeadmFile.Write(
            ClusterConfigurationFile.Write(api, cluster, Facts(view, first.Timeouts?.ControlPlaneComponentHealthCheckSeconds)),
            NodeConfigurationFile.WriteInit(api, first));
        return await WriteAsync(
            view,
            CertificateFiles.Of(certificates, view.ClusterConfiguration),
            (files, users) => BootstrapTexts.Init(spec, files, users, kubeadm),
            cancellation);
    }

    private async ValueTask<Outcome> JoinAsync(View view, Plan.Join plan, CancellationToken cancellation)
    {
        await initLock.FreeAsync(view, cancellation);
        var join = JoinDiscovery.Complete(view);
        if (join.Discovery?.BootstrapToken is { Token: not { Length: > 0 } } discovery)
        {
            var token = await BootstrapTokens.MakeAsync(view.Workload!.Client, view.Now, cancellation);
            join = join with { Discovery = join.Discovery with { BootstrapToken = discovery with { Token = token } } };
        }

        var wanted = view.Config with { Spec = view.Config.Spec with { JoinConfiguration = join } };
        view = view with { Config = await client.PatchAsync(view.Config, wanted, ObjectPart.Main, cancellation) };
        var api = KubeadmApis.For(KubernetesVersion.Parse(view.Machine!.Spec.Version)!);
        var kubeadm = KubeadmFile.Write(NodeConfigurationFile.WriteJoin(api, plan.ControlPlane ? join : WithTaint(join)));
        var own = plan.ControlPlane ? CertificateFiles.Of(view.Certificates, view.ClusterConfiguration) : [];
        if (join.Discovery?.File is { KubeConfig: not null } file)
        {
            own = [.. own, DiscoveryKubeconfig.Write(file, Endpoint(view), view.Certificates.Authority?.Certificate ?? "")];
        }

        return await WriteAsync(view, own, (files, users) => BootstrapTexts.Join(view.Config.Spec, files, users, kubeadm), cancellation);
    }

    private async ValueTask<Outcome> WriteAsync(
        View view,
        IReadOnlyList<FileText> own,
        Func<IReadOnlyList<FileText>, IReadOnlyList<Api.Bootstrap.Files.User>, BootstrapText> compose,
        CancellationToken cancellation)
    {
        var spec = view.Config.Spec;
        var @namespace = view.Config.Metadata.Namespace;
        string text;
        try
        {
            var files = await _contents.FilesAsync(@namespace, spec.Files, view.Machine!.Spec.Version, cancellation);
            var users = await _contents.UsersAsync(@namespace, spec.Users, cancellation);
            text = CloudConfig.Write(compose([.. own, .. files], users));
        }
        catch (FormatException e)
        {
            return new Outcome(view.Config, "", e.Message) { CertificateProblem = "", LookAgain = Plan.Patience };
        }

        var secret = await _secrets.WriteAsync(view, text, cancellation);
        chronicle.Did(view.Config, "SuccessfulBootstrapData", $"wrote bootstrap data for Machine {view.Machine.Metadata.Name} into Secret {secret}");
        return Done(view, secret);
    }

    private async ValueTask<Outcome> KeepTokenAsync(View view, Plan.KeepToken keep, CancellationToken cancellation)
    {
        await _secrets.RepairAsync(view, cancellation);
        var outcome = Done(view, view.Config.Status.DataSecretName ?? "") with { LookAgain = Plan.TokenLook };
        if (view.Workload is { } workload && !await BootstrapTokens.KeepAsync(workload.Client, keep.Token, view.Now, cancellation))
        {
            chronicle.Warned(
                view.Config, "TokenLost", $"the bootstrap token of Machine {view.Machine!.Metadata.Name} is gone from the workload cluster: if the Machine does not join, delete it");
        }

        return outcome;
    }

    private static KubeadmFacts Facts(View view, int? healthCheckSeconds)
    {
        var network = view.Cluster!.Spec.ClusterNetwork;
        return new KubeadmFacts
        {
            ClusterName = view.Cluster.Metadata.Name,
            KubernetesVersion = view.Machine!.Spec.Version,
            ControlPlaneEndpoint = view.Cluster.Spec.ControlPlaneEndpoint.IsValid ? Endpoint(view) : null,
            DnsDomain = network?.ServiceDomain,
            ServiceSubnet = string.Join(',', network?.Services?.CidrBlocks ?? []),
            PodSubnet = string.Join(',', network?.Pods?.CidrBlocks ?? []),
            ControlPlaneComponentHealthCheckSeconds = healthCheckSeconds,
        };
    }

    private static string Endpoint(View view) =>
        $"{view.Cluster!.Spec.ControlPlaneEndpoint?.Host}:{view.Cluster.Spec.ControlPlaneEndpoint?.Port}";

    // Keeps Pods away until the Machine controller has given the Node its labels and taints; kubeadm's file alone has it.
    private static JoinConfiguration WithTaint(JoinConfiguration join)
    {
        var registration = join.NodeRegistration ?? new NodeRegistrationOptions();
        var taint = new Taint { Key = TaintKeys.NodeUninitialized, Effect = "NoSchedule" };
        return join with { NodeRegistration = registration with { Taints = [.. registration.Taints ?? [], taint] } };
    }
}
