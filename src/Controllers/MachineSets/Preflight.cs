using Slipway.Api.Core;
using Slipway.Controllers.Contracts;

namespace Slipway.Controllers.MachineSets;

/// <summary>Whether the control plane is in a state in which Machines may be made.</summary>
internal static class Preflight
{
    private const int OldestSkew = 3;

    /// <summary>What keeps Machines from being made: one sentence each; empty for nothing.</summary>
    /// <param name="view">What is.</param>
    public static IReadOnlyList<string> Check(View view)
    {
        if (view.ControlPlane is not { Version: { } wanted } plane || KubernetesVersion.Parse(wanted) is not { } planeVersion)
        {
            return [];
        }

        var skipped = Skipped(view);
        if (skipped.Contains("All"))
        {
            return [];
        }

        var findings = new List<string>();
        if (!skipped.Contains("ControlPlaneIsStable") && Unstable(view, plane) is { } unstable)
        {
            findings.Add($"{unstable} (\"ControlPlaneIsStable\" preflight check failed)");
        }

        if (KubernetesVersion.Parse(view.Set.Spec.Template.Spec.Version) is { } version)
        {
            findings.AddRange(Skew(view, version, planeVersion, skipped));
        }

        return findings;
    }

    private static string? Unstable(View view, ControlPlane plane)
    {
        var pending = view.Cluster?.Spec.Topology?.Version;
        var step = view.Cluster?.Metadata.Annotations.GetValueOrDefault(Annotations.TopologyUpgradeStep);
        if (pending is not null && pending != plane.Version && step != plane.Version)
        {
            return $"{plane.Display} has a pending version upgrade to {pending}";
        }

        return plane.IsProvisioning ? $"{plane.Display} is provisioning" : plane.IsUpgrading ? $"{plane.Display} is upgrading to {plane.Version}" : null;
    }

    private static IEnumerable<string> Skew(View view, KubernetesVersion version, KubernetesVersion plane, HashSet<string> skipped)
    {
        var both = $"MachineSet version ({version}) and ControlPlane version ({plane})";
        if (!skipped.Contains("KubernetesVersionSkew"))
        {
            if (version.Minor > plane.Minor)
            {
                yield return $"{both} break the kubernetes version skew policy: workers must not be newer (\"KubernetesVersionSkew\" preflight check failed)";
            }
            else if (version.Minor < plane.Minor - OldestSkew)
            {
                yield return $"{both} break the kubernetes version skew policy: workers must not be more than {OldestSkew} minor versions older (\"KubernetesVersionSkew\" preflight check failed)";
            }
        }

        var bootstrap = view.Set.Spec.Template.Spec.Bootstrap.ConfigRef;
        if (!skipped.Contains("KubeadmVersionSkew") && version.Minor != plane.Minor
            && bootstrap is { Kind: "KubeadmConfigTemplate", ApiGroup: "bootstrap.cluster.x-k8s.io" })
        {
            yield return $"{both} break the kubeadm version skew policy: kubeadm joins only Nodes of the control plane's minor version (\"KubeadmVersionSkew\" preflight check failed)";
        }

        if (!skipped.Contains("ControlPlaneVersionSkew") && view.Cluster?.Spec.Topology is not null && version != plane)
        {
            yield return $"{both} differ, and a managed topology takes its workers along one by one (\"ControlPlaneVersionSkew\" preflight check failed)";
        }
    }

    private static HashSet<string> Skipped(View view)
    {
        var list = view.Set.Metadata.Annotations.GetValueOrDefault(Annotations.SkipPreflightChecks)
            ?? view.BootstrapTemplate?.Object?.Metadata.Annotations.GetValueOrDefault(Annotations.SkipPreflightChecks)
            ?? "";
        return [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
