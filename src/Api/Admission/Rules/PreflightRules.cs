using Slipway.Api.Core;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Admission.Rules;

/// <summary>Which checks before the creation of machines can be left out.</summary>
internal static class PreflightRules
{
    private static readonly string[] Known = ["All", "ControlPlaneIsStable", "KubernetesVersionSkew", "KubeadmVersionSkew", "ControlPlaneVersionSkew"];

    /// <summary>Checks the annotation that names them.</summary>
    public static void Check(Faults faults, ObjectMeta metadata)
    {
        if (!metadata.Annotations.TryGetValue(Annotations.SkipPreflightChecks, out var names))
        {
            return;
        }

        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Array.IndexOf(Known, name) < 0)
            {
                faults.Invalid($"metadata.annotations[{Annotations.SkipPreflightChecks}]", name, $"there is no such check; use {string.Join(", ", Known)}");
            }
        }
    }
}
