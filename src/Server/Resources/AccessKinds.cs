using Slipway.Server.Objects;
using static Slipway.Server.Resources.BuiltInKinds;

namespace Slipway.Server.Resources;

/// <summary>Built-in kinds that decide what may be done, and those that ask about it.</summary>
internal static class AccessKinds
{
    private static readonly KindTraits Question = new() { IsStored = false };
    private static readonly IReadOnlyList<string> Ask = ["create"];

    /// <summary>The kinds.</summary>
    public static IEnumerable<ResourceDefinition> All() => [.. Admission(), .. Questions()];

    private static IEnumerable<ResourceDefinition> Admission()
    {
        foreach (var (kind, plural) in new[]
        {
            ("MutatingWebhookConfiguration", "mutatingwebhookconfigurations"),
            ("ValidatingWebhookConfiguration", "validatingwebhookconfigurations"),
            ("MutatingAdmissionPolicy", "mutatingadmissionpolicies"),
            ("MutatingAdmissionPolicyBinding", "mutatingadmissionpolicybindings"),
            ("ValidatingAdmissionPolicy", "validatingadmissionpolicies"),
            ("ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings"),
        })
        {
            yield return Kind("admissionregistration.k8s.io", "v1", kind, plural) with
            {
                Namespaced = false,
                Traits = new() { CountsGeneration = true },
                Versions = [Version("v1") with { HasStatus = kind == "ValidatingAdmissionPolicy" }],
                Categories = ["api-extensions"],
            };
        }

        yield return Kind("apiregistration.k8s.io", "v1", "APIService", "apiservices") with
        {
            Namespaced = false,
            Traits = new() { UnconditionalUpdate = false },
            Versions = [Version("v1") with { HasStatus = true }],
            Categories = ["api-extensions"],
        };
    }

    private static IEnumerable<ResourceDefinition> Questions()
    {
        yield return Asked(ReviewGroups.Authentication, "TokenReview", "tokenreviews");
        yield return Asked(ReviewGroups.Authentication, "SelfSubjectReview", "selfsubjectreviews");
        yield return Asked(ReviewGroups.Authorization, "LocalSubjectAccessReview", "localsubjectaccessreviews") with { Namespaced = true };
        yield return Asked(ReviewGroups.Authorization, "SelfSubjectAccessReview", "selfsubjectaccessreviews");
        yield return Asked(ReviewGroups.Authorization, "SelfSubjectRulesReview", "selfsubjectrulesreviews");
        yield return Asked(ReviewGroups.Authorization, "SubjectAccessReview", "subjectaccessreviews");
    }

    private static ResourceDefinition Asked(string group, string kind, string plural) =>
        Kind(group, "v1", kind, plural) with { Namespaced = false, Traits = Question, Verbs = Ask };
}
