using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Shared;

/// <summary>Whether an object is to be left alone.</summary>
public static class Pause
{
    /// <summary>Whether an object is to be left alone, because its cluster or itself says so.</summary>
    /// <param name="cluster">Its cluster; null where there is none.</param>
    /// <param name="value">The object.</param>
    public static bool Applies(Cluster? cluster, IKubernetesObject value) =>
        cluster?.Spec.Paused == true || value.Metadata.Annotations.ContainsKey(Annotations.Paused);

    /// <summary>The condition that tells it.</summary>
    /// <param name="cluster">Its cluster; null where there is none.</param>
    /// <param name="value">The object.</param>
    public static Condition Report(Cluster? cluster, IKubernetesObject value)
    {
        if (!Applies(cluster, value))
        {
            return Facts.False(ConditionTypes.Paused, Reasons.NotPaused);
        }

        var why = new List<string>(2);
        if (cluster?.Spec.Paused == true)
        {
            why.Add("Cluster spec.paused is set to true");
        }

        if (value.Metadata.Annotations.ContainsKey(Annotations.Paused))
        {
            why.Add($"{value.Kind} has the {Annotations.Paused} annotation");
        }

        return Facts.True(ConditionTypes.Paused, Reasons.Paused, string.Join(", ", why));
    }
}
