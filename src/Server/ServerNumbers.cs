using Slipway.Server.Metrics;
using Slipway.Server.Upkeep;
using Slipway.Server.Verbs;

namespace Slipway.Server;

/// <summary>The numbers of a server that are looked up when somebody asks for them.</summary>
internal static class ServerNumbers
{
    private const string UpkeepName = "slipway_upkeep";

    /// <summary>Makes them.</summary>
    /// <param name="api">The server's parts.</param>
    /// <param name="upkeep">The server's upkeep.</param>
    /// <param name="version">The version that the server gives itself.</param>
    /// <param name="controllers">The numbers of the controllers in this process; null where they are not told.</param>
    public static IEnumerable<IMetric> Of(ApiContext api, UpkeepHost upkeep, string version, ControllerMetrics? controllers)
    {
        yield return new Readings<NameLabel>(
            "apiserver_storage_objects", "gauge", "Objects stored, by resource.", () => Objects(api).Select(o => (new NameLabel("resource", o.Resource), o.Count)));
        yield return new Readings<ResourceLabels>(
            "apiserver_resource_objects",
            "gauge",
            "Objects stored, by group and resource.",
            () => api.Registry.Current.Definitions.Select(d => (new ResourceLabels(d.Kind.Group, d.Plural), (double)api.Cache.Kind(d).Count)));
        yield return new Readings<NameLabel>(
            "workqueue_depth", "gauge", "Keys that wait for a worker, by queue.", () => Queues(upkeep.Queue.Depth, controllers, ControllerMetrics.Depth));
        yield return new Readings<NameLabel>(
            "workqueue_adds_total", "counter", "How often a key came to wait, by queue.", () => Queues(upkeep.Queue.Adds, controllers, ControllerMetrics.Adds));
        yield return new Readings<NameLabel>(
            "workqueue_retries_total", "counter", "How often a key was put back after a failure, by queue.", () => Queues(upkeep.Queue.Retries, controllers, ControllerMetrics.Retries));
        yield return new Readings<NameLabel>(
            "kubernetes_build_info", "gauge", "Always 1; the labels tell what runs.", () => [(new NameLabel("git_version", version), 1)]);
    }

    private static IEnumerable<(string Resource, double Count)> Objects(ApiContext api) =>
        api.Registry.Current.Definitions.Select(d => (d.QualifiedPlural, (double)api.Cache.Kind(d).Count));

    private static IEnumerable<(NameLabel Labels, double Value)> Queues(double upkeep, ControllerMetrics? controllers, string instrument) =>
    [
        (new NameLabel("name", UpkeepName), upkeep),
        .. (controllers?.Queues(instrument) ?? []).Select(q => (new NameLabel("name", q.Name), q.Value)),
    ];
}
