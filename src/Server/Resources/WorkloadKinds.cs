using static Slipway.Server.Resources.BuiltInKinds;

namespace Slipway.Server.Resources;

/// <summary>Built-in kinds around pods: jobs, older controllers, quotas and scaling.</summary>
internal static class WorkloadKinds
{
    private static readonly IReadOnlyList<string> Everything = ["all"];

    /// <summary>The kinds.</summary>
    public static IEnumerable<ResourceDefinition> All()
    {
        yield return Kind("", "v1", "ReplicationController", "replicationcontrollers", "rc") with
        {
            Traits = new() { CountsGeneration = true },
            Versions =
            [
                Version("v1") with
                {
                    HasStatus = true,
                    Scale = new ScalePaths(".spec.replicas", ".status.replicas", LabelSelector: null),
                    SelectableFields = [".status.replicas"],
                },
            ],
            Categories = Everything,
        };
        yield return Kind("", "v1", "PodTemplate", "podtemplates");
        yield return WithStatus(Kind("", "v1", "ResourceQuota", "resourcequotas", "quota"));
        yield return Kind("", "v1", "LimitRange", "limitranges", "limits") with { Traits = new() { CreateOnUpdate = true } };
        yield return Kind(EventConverter.Group, "v1", "Event", "events", "ev") with
        {
            Traits = new() { CreateOnUpdate = true },
            Versions = [new() { Name = "v1" }, Version("v1") with { Group = "", Served = false }],
            Converter = new EventConverter(),
        };
        yield return Kind("apps", "v1", "ControllerRevision", "controllerrevisions");
        yield return WithStatus(Kind("batch", "v1", "Job", "jobs")) with
        {
            Traits = new() { CountsGeneration = true },
            Versions = [Version("v1") with { HasStatus = true, SelectableFields = [".status.successful"] }],
            Categories = Everything,
        };
        yield return WithStatus(Kind("batch", "v1", "CronJob", "cronjobs", "cj")) with
        {
            Traits = new() { CountsGeneration = true },
            Categories = Everything,
        };
        yield return Kind("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "hpa") with
        {
            Versions = [Version("v2") with { HasStatus = true }],
            Categories = Everything,
        };
    }

    private static ResourceDefinition WithStatus(ResourceDefinition definition) =>
        definition with { Versions = [definition.Storage with { HasStatus = true }] };
}
