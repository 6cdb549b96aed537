using System.Collections.Frozen;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>
/// What Kubernetes' own types say about merging that the schemas of built-in kinds do not carry: which types are one value,
/// which lists have more than one key, and what an absent key stands for. Types are named without their package.
/// </summary>
internal static class BuiltInFacts
{
    private static readonly FrozenSet<string> Whole = FrozenSet.Create(
        "ConfigMapKeySelector", "EndpointAddress", "EndpointPort", "FileKeySelector", "LabelSelector", "LocalObjectReference", "NodeSelector",
        "NodeSelectorTerm", "ObjectFieldSelector", "ObjectReference", "OwnerReference", "ResourceFieldSelector", "RoleRef", "ScopeSelector",
        "ScopedResourceSelectorRequirement", "SecretKeySelector", "SecretReference", "Subject", "TopologySelectorTerm", "TypedLocalObjectReference");

    private static readonly FrozenSet<string> WholeMembers = FrozenSet.Create(
        "CSINodeDriver.allocatable", "PodSpec.nodeSelector", "ReplicationControllerSpec.selector", "ServiceSpec.selector");

    private static readonly FrozenDictionary<string, string[]> Keys = new Dictionary<string, string[]>
    {
        ["Container.ports"] = ["containerPort", "protocol"],
        ["EphemeralContainer.ports"] = ["containerPort", "protocol"],
        ["PodSpec.topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"],
        ["ServiceSpec.ports"] = ["port", "protocol"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["ContainerPort.protocol"] = "TCP",
        ["ServicePort.protocol"] = "TCP",
    }.ToFrozenDictionary();

    /// <summary>Whether the values of a type are each owned as a whole.</summary>
    /// <param name="type">The type.</param>
    public static bool IsWhole(string type) => Whole.Contains(type);

    /// <summary>Whether the value of a member is owned as a whole.</summary>
    /// <param name="type">The type that has the member.</param>
    /// <param name="member">The member.</param>
    public static bool IsWhole(string type, string member) => WholeMembers.Contains($"{type}.{member}");

    /// <summary>The keys of a list that has more than one; null for any other.</summary>
    /// <param name="type">The type that has the list.</param>
    /// <param name="member">The list.</param>
    public static string[]? KeysOf(string type, string member) => Keys.GetValueOrDefault($"{type}.{member}");

    /// <summary>What an absent key stands for; null for nothing.</summary>
    /// <param name="type">The type of a list's items.</param>
    /// <param name="member">The key.</param>
    public static string? DefaultOf(string type, string member) => Defaults.GetValueOrDefault($"{type}.{member}");

    /// <summary>
    /// Whether a member is an object that every object of its kind has, be it empty: who creates the object does not own it,
    /// only what is in it.
    /// </summary>
    /// <param name="member">The member.</param>
    public static bool IsAlwaysThere(string member) => member is "metadata" or "spec" or "status" or "template" or "strategy" or "updateStrategy"
        or "jobTemplate" or "names" or "involvedObject" or "source" or "scaleTargetRef";
}
