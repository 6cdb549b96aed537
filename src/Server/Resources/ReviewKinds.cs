using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>Kinds that are questions: they are posted, answered and never stored.</summary>
internal static class ReviewKinds
{
    /// <summary>The group of questions about who somebody is.</summary>
    public const string Authentication = "authentication.k8s.io";

    /// <summary>The group of questions about what somebody may do.</summary>
    public const string Authorization = "authorization.k8s.io";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceDefinition> All { get; } =
    [
        Kind(Authentication, "SelfSubjectReview"),
        Kind(Authentication, "TokenReview"),
        Kind(Authorization, "LocalSubjectAccessReview") with { Namespaced = true },
        Kind(Authorization, "SelfSubjectAccessReview"),
        Kind(Authorization, "SelfSubjectRulesReview"),
        Kind(Authorization, "SubjectAccessReview"),
    ];

    private static ResourceDefinition Kind(string group, string kind) => new()
    {
        Kind = new GroupKind(group, kind),
        Plural = kind.ToLowerInvariant() + "s",
        Singular = kind.ToLowerInvariant(),
        ListKind = kind + "List",
        Namespaced = false,
        BuiltIn = true,
        Verbs = ["create"],
        Versions = [new ResourceVersion { Name = "v1", Storage = true }],
        Traits = new(),
    };
}
