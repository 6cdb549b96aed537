using static Slipway.Server.Resources.BuiltInKinds;

namespace Slipway.Server.Resources;

/// <summary>Built-in kinds about the cluster itself: its network, its storage, its nodes' ways and its priorities.</summary>
internal static class ClusterKinds
{
    private static readonly KindTraits Counted = new() { CountsGeneration = true };
    private static readonly KindTraits Conditional = new() { UnconditionalUpdate = false };
    private static readonly KindTraits CountedConditional = new() { CountsGeneration = true, UnconditionalUpdate = false };

    /// <summary>The kinds.</summary>
    public static IEnumerable<ResourceDefinition> All() => [.. Network(), .. Storage(), .. Priorities()];

    private static IEnumerable<ResourceDefinition> Network()
    {
        const string group = "networking.k8s.io";
        yield return Kind(group, "v1", "Ingress", "ingresses", "ing") with
        {
            Traits = Counted,
            Versions = [Version("v1") with { HasStatus = true }],
        };
        yield return Kind(group, "v1", "IngressClass", "ingressclasses") with { Namespaced = false, Traits = Counted };
        yield return Kind(group, "v1", "NetworkPolicy", "networkpolicies", "netpol") with { Traits = Counted };
        yield return Kind("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices") with { Traits = Counted };
    }

    private static IEnumerable<ResourceDefinition> Storage()
    {
        const string group = "storage.k8s.io";
        yield return Kind(group, "v1", "CSIDriver", "csidrivers") with { Namespaced = false, Traits = Counted };
        yield return Kind(group, "v1", "CSINode", "csinodes") with { Namespaced = false, Traits = Conditional };
        yield return Kind(group, "v1", "CSIStorageCapacity", "csistoragecapacities") with { Traits = Conditional };
    }

    private static IEnumerable<ResourceDefinition> Priorities()
    {
        const string group = "flowcontrol.apiserver.k8s.io";
        yield return Kind("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", "pc") with { Namespaced = false, Traits = Counted };
        yield return Kind("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses") with
        {
            Namespaced = false,
            Traits = new() { CreateOnUpdate = true, UnconditionalUpdate = false },
        };
        yield return Kind(group, "v1", "FlowSchema", "flowschemas") with
        {
            Namespaced = false,
            Traits = CountedConditional,
            Versions = [Version("v1") with { HasStatus = true }],
        };
        yield return Kind(group, "v1", "PriorityLevelConfiguration", "prioritylevelconfigurations") with
        {
            Namespaced = false,
            Traits = CountedConditional,
            Versions = [Version("v1") with { HasStatus = true }],
        };
    }
}
