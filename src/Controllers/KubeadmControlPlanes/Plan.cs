using Slipway.Api.Conditions;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Remediation;
using Slipway.Controllers.KubeadmControlPlanes.Rollout;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>What one pass is to write; a pure function of the view, but for the end of a new name.</summary>
internal sealed record Plan
{
    private static readonly TimeSpan BlockedWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UnhealthyWait = TimeSpan.FromSeconds(20);

    /// <summary>The writes, in order.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>What must exist before anything can be done, as a sentence; empty for nothing.</summary>
    public string Waiting { get; init; } = "";

    /// <summary>Why nothing is done until somebody changes something; empty for nothing.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The next step of scaling or rolling out, blocked or not.</summary>
    public Step Step { get; init; } = Step.None;

    /// <summary>When to look again where no event tells; null for never.</summary>
    public TimeSpan? LookAgain { get; init; }

    /// <summary>What that look is for.</summary>
    public string LookFor { get; init; } = "";

    /// <summary>A view with all that follows from it: what is known of components, and which Machines are outdated.</summary>
    /// <param name="view">What was read.</param>
    public static View Judge(View view) => OutOfDate.Judge(MachineHealth.Judge(view));

    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="random">Where the end of a new Machine's name comes from.</param>
    public static Plan Make(View view, RandomSource random)
    {
        if (view.ControlPlane.Metadata.IsDeleting)
        {
            return DeletionPlan.Make(view);
        }

        var owning = Owning(view);
        if (view.Foreign.Count > 0)
        {
            return new Plan { Refusal = $"Machine {view.Foreign[0].Metadata.Name} belongs to the control plane of this cluster, but {view.Foreign[0].Metadata.ControllerOwner?.Kind} {view.Foreign[0].Metadata.ControllerOwner?.Name} manages it: not all control plane machines are owned by this KubeadmControlPlane" };
        }

        if (view.Adoptable.Count > 0)
        {
            return Adoption(view);
        }

        if (view.Cluster!.Status.Initialization?.InfrastructureProvisioned != true)
        {
            return new Plan { Changes = owning, Waiting = "Waiting for Cluster status.infrastructureReady to be true" };
        }

        if (!view.IsInitialized && Makeable(view) is { Count: > 0 } makeable)
        {
            var names = string.Join(", ", makeable.Select(p => p.SecretName(view.Cluster.Metadata.Name)));
            return new Plan { Changes = [.. owning, new Change.MakeCertificates(makeable, $"make the cluster's certificates: Secrets {names} do not exist")] };
        }

        if (!view.Cluster.Spec.ControlPlaneEndpoint.IsValid)
        {
            return new Plan { Changes = owning, Waiting = "Waiting for Cluster spec.controlPlaneEndpoint to be set" };
        }

        return Working(view, owning, random);
    }

    private static Plan Working(View view, List<Change> changes, RandomSource random)
    {
        if (KubeconfigPlan.Next(view) is { } kubeconfig)
        {
            changes.Add(kubeconfig);
        }

        changes.AddRange(Keeping(view));
        var step = Scaling.Next(view, random);
        var plan = new Plan { Changes = changes, Step = step };
        if (StrayMembers.Next(view) is { } stray)
        {
            changes.Add(stray);
            return plan with { LookAgain = TimeSpan.FromSeconds(1), LookFor = "the etcd cluster without the member" };
        }

        if (Release.Next(view, out var held) is { } release)
        {
            changes.Add(release);
            return plan;
        }

        if (Remedy.Next(view) is { } remedy)
        {
            if (!IsTold(remedy))
            {
                changes.Add(remedy);
            }

            if (remedy.Record is not null)
            {
                return plan;
            }
        }

        if (held.Length > 0)
        {
            return plan with { LookAgain = BlockedWait, LookFor = held };
        }

        changes.AddRange(step.Changes);
        if (step == Step.None && view.IsInitialized && view.Workload.IsConnected)
        {
            changes.Add(new Change.KeepAddOns());
        }

        return WithWait(view, plan);
    }

    private static Plan WithWait(View view, Plan plan)
    {
        if (plan.Step.Blocked.Count > 0)
        {
            return plan with { LookAgain = BlockedWait, LookFor = string.Join("; ", plan.Step.Blocked) };
        }

        if (view.Machines.Count > 0 && (!view.IsInitialized || view.Machines.Any(m => m.Health.Any(c => c.Status != ConditionSet.True))))
        {
            return plan with { LookAgain = UnhealthyWait, LookFor = "the control plane to become healthy" };
        }

        DateTimeOffset?[] moments = [OutOfDate.NextByClock(view), KubeconfigPlan.RenewAt(view)];
        return moments.Where(m => m > view.Now).Min() is { } next
            ? plan with { LookAgain = next - view.Now, LookFor = "the next rollout or renewal by the clock" }
            : plan;
    }

    private static List<Change> Owning(View view)
    {
        if (view.Template is not { Found: true } template)
        {
            return [];
        }

        var metadata = template.Object.Metadata.WithOwner(view.Cluster!.AsOwner());
        return metadata == template.Object.Metadata ? [] : [new Change.OwnTemplate(template.Kind, template.Object, metadata)];
    }

    private static Plan Adoption(View view)
    {
        var wanted = KubernetesVersion.Parse(view.ControlPlane.Spec.Version);
        foreach (var machine in view.Adoptable)
        {
            if (machine.Machine.Spec.Bootstrap.ConfigRef?.Kind != "KubeadmConfig")
            {
                return new Plan { Refusal = $"Machine {machine.Name} cannot be adopted: it was not set up by a KubeadmConfig" };
            }

            var present = KubernetesVersion.Parse(machine.Machine.Spec.Version);
            if (wanted is not null && present is not null && (wanted.Major != present.Major || Math.Abs(wanted.Minor - present.Minor) > 1))
            {
                return new Plan { Refusal = $"Machine {machine.Name} cannot be adopted: its version {machine.Machine.Spec.Version} is more than one minor version away from {view.ControlPlane.Spec.Version}" };
            }
        }

        return new Plan
        {
            Changes = [.. view.Adoptable.Select(m => new Change.AdoptMachine(m, $"adopt Machine {m.Name}: it belongs to the control plane of this cluster and nobody manages it"))],
        };
    }

    private static List<CertificatePurpose> Makeable(View view) =>
        [.. view.Certificates.Missing.Where(p => !CertificatePurposes.IsUsers(p, view.Config.ClusterConfiguration))];

    private static IEnumerable<Change> Keeping(View view)
    {
        var labels = DesiredMachine.LabelsOf(view);
        var annotations = DesiredMachine.AnnotationsOf(view);
        foreach (var machine in view.Machines)
        {
            var after = DesiredMachine.Update(view, machine);
            if (!ReferenceEquals(after, machine.Machine))
            {
                yield return new Change.KeepMachine(machine, after);
            }

            if (machine.IsDeleting)
            {
                continue;
            }

            if (machine.Config is { Metadata: { IsDeleting: false } config }
                && config.WithLabels(labels).WithAnnotations(annotations) is var keptConfig && !ReferenceEquals(keptConfig, config))
            {
                yield return new Change.KeepConfig(machine.Config, keptConfig);
            }

            if (machine.Infrastructure is { Metadata: { IsDeleting: false } metadata } && view.InfrastructureKind is { } kind
                && metadata.WithLabels(labels).WithAnnotations(annotations) is var kept && !ReferenceEquals(kept, metadata))
            {
                yield return new Change.KeepObject(kind.Type, machine.Infrastructure, kept);
            }
        }
    }

    // A refusal is told once; the Machine's condition remembers it.
    private static bool IsTold(Change.Remediate remedy) =>
        remedy.Record is null
        && ConditionSet.Get(remedy.Machine.Machine.Status.Conditions, ConditionTypes.OwnerRemediated) is { } told
        && told.Reason == remedy.Answer.Reason && told.Message == remedy.Answer.Message;
}
