using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Conditions;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>What one pass does about a KubeadmConfig: exactly one of these. A pure function of the view.</summary>
/// <param name="Sentence">What is done, or waited for, and why; for conditions, events, logs and tests.</param>
internal abstract record Plan(string Sentence)
{
    private const string Ignition = "ignition";

    /// <summary>How long a bootstrap token lives.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>How often the token of a machine that has not joined yet is looked at.</summary>
    public static readonly TimeSpan TokenLook = TokenLife / 3;

    /// <summary>How long to wait before looking again where no event tells.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>There is nothing to do.</summary>
    internal sealed record Rest() : Plan("nothing is to be done");

    /// <summary>Something must happen first.</summary>
    /// <param name="Sentence">What.</param>
    /// <param name="LookAgain">When to look again where no event tells; null for never.</param>
    internal sealed record Wait(string Sentence, TimeSpan? LookAgain = null) : Plan(Sentence);

    /// <summary>What is wanted is not possible until somebody changes it.</summary>
    /// <param name="Sentence">What is wrong and what to do.</param>
    internal sealed record Refuse(string Sentence) : Plan(Sentence);

    /// <summary>Certificates that must exist do not, or cannot be used.</summary>
    /// <param name="Sentence">Which ones.</param>
    internal sealed record LackCertificates(string Sentence) : Plan(Sentence);

    /// <summary>The bootstrap data exists, but the status has forgotten it.</summary>
    /// <param name="Secret">The Secret's name.</param>
    internal sealed record Restore(string Secret) : Plan($"the Machine already uses Secret {Secret}");

    /// <summary>Writes the data of the machine that initialises the control plane.</summary>
    /// <param name="MakeCertificates">Whether missing certificates are made, because no control plane provider does.</param>
    internal sealed record Init(bool MakeCertificates) : Plan("write bootstrap data: the control plane is not initialized");

    /// <summary>Writes the data of a machine that joins.</summary>
    /// <param name="ControlPlane">Whether it joins the control plane.</param>
    internal sealed record Join(bool ControlPlane) : Plan(ControlPlane ? "write bootstrap data: join the control plane" : "write bootstrap data: join as a worker");

    /// <summary>Keeps the token of a machine alive that has not joined yet.</summary>
    /// <param name="Token">The token.</param>
    internal sealed record KeepToken(string Token) : Plan("keep the bootstrap token until the Machine has a Node");

    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is.</param>
    public static Plan Make(View view)
    {
        var config = view.Config;
        if (config.Metadata.IsDeleting || view.Owner is null)
        {
            return new Rest();
        }

        if (view.Owner.Kind == "MachinePool")
        {
            return new Refuse($"MachinePool {view.Owner.Name} owns this KubeadmConfig, and machine pools are not supported yet: use a MachineDeployment");
        }

        if (view.Machine is not { } machine)
        {
            return new Wait($"Waiting for {view.Owner.Kind} {view.Owner.Name} to exist");
        }

        if (view.Cluster is not { } cluster)
        {
            return new Wait($"Waiting for Cluster {machine.Spec.ClusterName} to exist");
        }

        if (cluster.Status.Initialization?.InfrastructureProvisioned != true)
        {
            return new Wait("Waiting for Cluster status.infrastructureReady to be true");
        }

        if (config.Status.Initialization?.DataSecretCreated == true)
        {
            return AfterData(view);
        }

        if (machine.Spec.Bootstrap.DataSecretName is { Length: > 0 } used)
        {
            return new Restore(used);
        }

        return Unsupported(view) ?? (view.ControlPlaneInitialized ? Joining(view) : Initializing(view));
    }

    private static Plan? Unsupported(View view)
    {
        var spec = view.Config.Spec;
        if (spec.Format == Ignition)
        {
            return new Refuse("spec.format ignition is not supported yet: use cloud-config");
        }

        if (spec.Ignition is not null)
        {
            return new Refuse("spec.ignition is not supported yet: remove it and use format cloud-config");
        }

        return KubernetesVersion.Parse(view.Machine!.Spec.Version) is null
            ? new Refuse($"Machine {view.Machine.Metadata.Name} names no Kubernetes version that kubeadm could install: set spec.version, as in v1.33.0")
            : null;
    }

    private static Plan Initializing(View view)
    {
        if (!view.IsControlPlane)
        {
            return new Wait("Waiting for Cluster control plane to be initialized");
        }

        var makes = view.Cluster!.Spec.ControlPlaneRef is null;
        return Lacking(view, makes) is { } lacking ? lacking : new Init(makes);
    }

    private static Plan Joining(View view)
    {
        if (!view.IsControlPlane && view.Config.Spec.JoinConfiguration?.ControlPlane is not null)
        {
            return new Refuse($"Machine {view.Machine!.Metadata.Name} is a worker, but spec.joinConfiguration.controlPlane would make it part of the control plane: remove that field");
        }

        if (Lacking(view, makes: false) is { } lacking)
        {
            return lacking;
        }

        var discovery = view.Config.Spec.JoinConfiguration?.Discovery;
        if (discovery?.File is null && !view.Cluster!.Spec.ControlPlaneEndpoint.IsValid && discovery?.BootstrapToken?.ApiServerEndpoint is not { Length: > 0 })
        {
            return new Wait("Waiting for Cluster spec.controlPlaneEndpoint to be set");
        }

        return discovery?.File is null && discovery?.BootstrapToken?.Token is not { Length: > 0 } && view.Workload is null
            ? new Wait($"Waiting for a connection to the workload cluster, to make a bootstrap token: {view.WorkloadState.Message}")
            : new Join(view.IsControlPlane);
    }

    private static LackCertificates? Lacking(View view, bool makes)
    {
        var set = view.Certificates;
        var needed = CertificatePurposes.Of(view.ClusterConfiguration).Where(p => view.IsControlPlane || p == CertificatePurpose.Cluster);
        var missing = needed
            .Where(p => set.Missing.Contains(p) && !(makes && !CertificatePurposes.IsUsers(p, view.ClusterConfiguration)))
            .Select(p => p.SecretName(view.Cluster!.Metadata.Name))
            .ToList();
        if (set.Problems.Count > 0)
        {
            return new LackCertificates(string.Join("; ", set.Problems));
        }

        return missing.Count == 0 ? null : new LackCertificates($"Waiting for cluster certificates in {(missing.Count == 1 ? "Secret" : "Secrets")} {string.Join(", ", missing)}");
    }

    private static Plan AfterData(View view)
    {
        var token = view.Config.Spec.JoinConfiguration?.Discovery?.BootstrapToken?.Token;
        if (view.Machine!.Status.NodeRef is not null || view.Machine.Metadata.IsDeleting || string.IsNullOrEmpty(token) || !JoinedByToken(view.Config.Spec))
        {
            return new Rest();
        }

        // The data was written with a fresh token: it is good until the next look.
        var written = ConditionSet.Get(view.Config.Status.Conditions, ConditionTypes.DataSecretAvailable)?.LastTransitionTime ?? view.Now;
        var age = view.Now - written;
        return age < TokenLook
            ? new Wait("Waiting for the Machine to join", TokenLook - age)
            : new KeepToken(token);
    }

    private static bool JoinedByToken(Api.Bootstrap.KubeadmConfigSpec spec) => spec.JoinConfiguration is JoinConfiguration { Discovery.File: null };
}
