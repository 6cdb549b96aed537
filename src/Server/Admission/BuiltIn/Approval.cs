using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Groups that belong to Kubernetes itself need an annotation that says who approved the kind, or that nobody did.</summary>
internal static class Approval
{
    private const string Annotation = "api-approved.kubernetes.io";
    private const string Condition = "KubernetesAPIApprovalPolicyConformant";
    private const string Policy = "see https://github.com/kubernetes/enhancements/pull/1111";

    /// <summary>Refuses a definition in such a group without the annotation, or with one that says neither.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="group">Its group.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonObject definition, string group, List<FieldError> errors)
    {
        if (!IsProtected(group))
        {
            return;
        }

        var (status, reason, message) = Judge(definition);
        var path = $"metadata.annotations[{Annotation}]";
        if (reason == "MissingAnnotation")
        {
            errors.Add(Invalid.Required(path, message));
        }
        else if (status == "False" && reason == "InvalidAnnotation")
        {
            errors.Add(Invalid.Value(path, Text(definition), message));
        }
    }

    /// <summary>Tells in a condition whether the kind was approved.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="group">Its group.</param>
    /// <param name="status">The status that has the conditions.</param>
    /// <param name="now">The time.</param>
    public static void Tell(JsonObject definition, string group, JsonObject status, DateTimeOffset now)
    {
        if (IsProtected(group))
        {
            var (outcome, reason, message) = Judge(definition);
            Conditions.Set(status, (Condition, outcome, reason, message), now);
        }
    }

    private static (string Status, string Reason, string Message) Judge(JsonObject definition)
    {
        var text = Text(definition);
        return text.Length == 0 ? ("False", "MissingAnnotation", $"protected groups must have approval annotation \"{Annotation}\", {Policy}")
            : text.StartsWith("unapproved", StringComparison.Ordinal) ? ("False", "UnapprovedAnnotation", $"not approved: \"{text}\"")
            : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0 ? ("True", "ApprovedAnnotation", $"approved in {text}")
            : ("False", "InvalidAnnotation", $"protected groups must have approval annotation \"{Annotation}\" with either a URL or a reason starting with \"unapproved\", {Policy}");
    }

    private static string Text(JsonObject definition) => Meta.String(definition["metadata"]?["annotations"] as JsonObject, Annotation);

    private static bool IsProtected(string group) =>
        group is "k8s.io" or "kubernetes.io" || group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);
}
