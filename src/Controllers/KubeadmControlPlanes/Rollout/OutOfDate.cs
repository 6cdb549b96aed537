using Slipway.Api.Bootstrap;
using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Which Machines must be replaced, and why; a pure function of the view.</summary>
internal static class OutOfDate
{
    /// <summary>A view whose Machines carry the reasons for which they must be replaced.</summary>
    /// <param name="view">What is.</param>
    public static View Judge(View view)
    {
        var wanted = WantedConfig(view);
        return view with { Machines = [.. view.Machines.Select(m => m with { Outdated = Reasons(view, wanted, m) })] };
    }

    /// <summary>The configuration wanted for each machine, with the feature gates that its version needs.</summary>
    /// <param name="view">What is.</param>
    public static KubeadmConfigSpec WantedConfig(View view) => KubernetesVersion.Parse(view.ControlPlane.Spec.Version) is { } version
        ? view.Config with { ClusterConfiguration = FeatureGateDefaults.Apply(view.Config.ClusterConfiguration, version) }
        : view.Config;

    /// <summary>When <c>spec.rollout.after</c> will make Machines outdated; null for never or since long.</summary>
    /// <param name="view">What is.</param>
    public static DateTimeOffset? NextByClock(View view)
    {
        var moments = new List<DateTimeOffset>();
        if (view.ControlPlane.Spec.Rollout?.After is { } after)
        {
            moments.Add(after);
        }

        if (view.ControlPlane.Spec.Rollout?.Before?.CertificatesExpiryDays is { } days)
        {
            moments.AddRange(view.Machines.Select(m => m.Machine.Status.CertificatesExpiryDate - TimeSpan.FromDays(days)).OfType<DateTimeOffset>());
        }

        return moments.Where(m => m > view.Now).Select(m => (DateTimeOffset?)m).Min();
    }

    private static List<string> Reasons(View view, KubeadmConfigSpec wanted, ControlPlaneMachine machine)
    {
        var spec = view.ControlPlane.Spec;
        var reasons = new List<string>();
        if (spec.Rollout?.Before?.CertificatesExpiryDays is { } days
            && machine.Machine.Status.CertificatesExpiryDate is { } expiry && expiry - TimeSpan.FromDays(days) <= view.Now)
        {
            reasons.Add("Certificates will expire soon");
        }

        if (spec.Rollout?.After is { } after && after <= view.Now && machine.Machine.Metadata.CreationTimestamp < after)
        {
            reasons.Add("KubeadmControlPlane spec.rolloutAfter expired");
        }

        if (machine.Machine.Spec.Version != spec.Version)
        {
            reasons.Add($"Version {machine.Machine.Spec.Version ?? "unset"}, {spec.Version} required");
        }

        if (machine.Config is { } config && !ConfigComparison.Same(wanted, config.Spec))
        {
            reasons.Add("KubeadmConfig is not up-to-date");
        }

        if (!FromTemplate(view, machine))
        {
            reasons.Add($"{machine.Machine.Spec.InfrastructureRef.Kind} is not up-to-date");
        }

        return reasons;
    }

    // An infrastructure object that does not say what it was made from may stay.
    private static bool FromTemplate(View view, ControlPlaneMachine machine)
    {
        var wanted = view.ControlPlane.Spec.MachineTemplate.Spec.InfrastructureRef;
        return machine.Infrastructure?.Metadata.Annotations is not { } notes
            || !notes.TryGetValue(Annotations.ClonedFromName, out var name)
            || !notes.TryGetValue(Annotations.ClonedFromGroupKind, out var kind)
            || (name == wanted.Name && kind == new GroupKind(wanted.ApiGroup, wanted.Kind).ToString());
    }
}
