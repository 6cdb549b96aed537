namespace Slipway.Unit.Api.Conversion;

/// <summary>The fields of v1beta1 that v1beta2 has no place for, as upstream's conversion drops them too.</summary>
internal static class DroppedFields
{
    private static readonly string[] OfReferences = ["apiVersion", "namespace", "uid", "resourceVersion", "fieldPath"];

    private static readonly string[] Endings =
    [
        ".spec.progressDeadlineSeconds",
        ".spec.revisionHistoryLimit",
        ".topology.rolloutAfter",
        ".definitionFrom",
        ".useExperimentalRetryJoin",
        ".clusterConfiguration.networking",
        ".clusterConfiguration.kubernetesVersion",
        ".clusterConfiguration.clusterName",
        ".clusterConfiguration.apiVersion",
        ".clusterConfiguration.kind",
        ".initConfiguration.apiVersion",
        ".initConfiguration.kind",
        ".joinConfiguration.apiVersion",
        ".joinConfiguration.kind",
        ".nodeRef.kind",
    ];

    public static bool Contains(string path)
    {
        var parent = path[..Math.Max(0, path.LastIndexOf('.'))];
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Endings.Any(e => path.EndsWith(e, StringComparison.Ordinal))
            || (OfReferences.Contains(name) && (parent.EndsWith("Ref", StringComparison.Ordinal) || parent.EndsWith("remediationTemplate", StringComparison.Ordinal)));
    }
}
