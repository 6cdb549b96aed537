using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Names of new Machines, by the control plane's naming template.</summary>
internal static class MachineNaming
{
    private const string Default = "{{ .kubeadmControlPlane.name }}-{{ .random }}";

    /// <summary>A new name.</summary>
    /// <param name="view">What is.</param>
    /// <param name="random">Where the random part comes from.</param>
    /// <exception cref="FormatException">The template names something that is not known.</exception>
    public static string Next(View view, RandomSource random)
    {
        var template = view.ControlPlane.Spec.MachineNaming?.Template is { Length: > 0 } given ? given : Default;
        var suffix = random.NextSuffix();
        var name = NameTemplate.Fill(template, variable => variable switch
        {
            ".cluster.name" => view.Cluster?.Metadata.Name,
            ".kubeadmControlPlane.name" => view.ControlPlane.Metadata.Name,
            ".random" => suffix,
            _ => null,
        });
        return name.Length <= Names.Longest ? name : Names.Join(name[..(Names.Longest - suffix.Length)], suffix);
    }
}
