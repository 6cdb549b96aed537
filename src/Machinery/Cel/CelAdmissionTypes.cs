using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel;

/// <summary>The types of the variables of admission.</summary>
internal static class CelAdmissionTypes
{
    private static readonly CelType Texts = CelType.List(CelType.String);
    private static readonly CelType TextMap = CelType.Map(CelType.String, CelType.String);

    /// <summary>The type of <c>request</c>: an AdmissionRequest without its objects.</summary>
    public static CelType Request { get; } = Object("kubernetes.AdmissionRequest", new()
    {
        ["uid"] = CelType.String,
        ["kind"] = Kind,
        ["resource"] = Resource,
        ["subResource"] = CelType.String,
        ["requestKind"] = Kind,
        ["requestResource"] = Resource,
        ["requestSubResource"] = CelType.String,
        ["name"] = CelType.String,
        ["namespace"] = CelType.String,
        ["operation"] = CelType.String,
        ["userInfo"] = User,
        ["dryRun"] = CelType.Bool,
        ["options"] = CelType.Dyn,
    });

    /// <summary>The type of <c>namespaceObject</c>: a Namespace as far as expressions may look at it.</summary>
    public static CelType Namespace { get; } = Object("kubernetes.Namespace", new()
    {
        ["metadata"] = Object("kubernetes.NamespaceMetadata", new()
        {
            ["name"] = CelType.String,
            ["generateName"] = CelType.String,
            ["namespace"] = CelType.String,
            ["labels"] = TextMap,
            ["annotations"] = TextMap,
            ["UID"] = CelType.String,
            ["creationTimestamp"] = CelType.Timestamp,
            ["deletionGracePeriodSeconds"] = CelType.Int,
            ["deletionTimestamp"] = CelType.Timestamp,
            ["generation"] = CelType.Int,
            ["resourceVersion"] = CelType.String,
            ["finalizers"] = Texts,
        }),
        ["spec"] = Object("kubernetes.NamespaceSpec", new() { ["finalizers"] = Texts }),
        ["status"] = Object("kubernetes.NamespaceStatus", new() { ["phase"] = CelType.String }),
    });

    private static CelType Kind => Object("kubernetes.GroupVersionKind", new() { ["group"] = CelType.String, ["version"] = CelType.String, ["kind"] = CelType.String });

    private static CelType Resource => Object("kubernetes.GroupVersionResource", new() { ["group"] = CelType.String, ["version"] = CelType.String, ["resource"] = CelType.String });

    private static CelType User => Object("kubernetes.UserInfo", new()
    {
        ["username"] = CelType.String,
        ["uid"] = CelType.String,
        ["groups"] = Texts,
        ["extra"] = CelType.Map(CelType.String, Texts),
    });

    private static CelObjectType Object(string name, Dictionary<string, CelType> fields) => new(name, fields);
}
