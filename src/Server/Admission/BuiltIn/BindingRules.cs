using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Role bindings: the role that is bound never changes, subjects are named whole.</summary>
/// <param name="kind">RoleBinding or ClusterRoleBinding.</param>
internal sealed class BindingRules(string kind) : IKindAdmission
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new(Group, kind);

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (request.Object["roleRef"] is JsonObject role && Meta.String(role, "apiGroup").Length == 0)
        {
            role["apiGroup"] = Group;
        }

        foreach (var subject in (request.Object["subjects"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (Meta.String(subject, "apiGroup").Length == 0 && Meta.String(subject, "kind") is "User" or "Group")
            {
                subject["apiGroup"] = Group;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        CheckRole(request, errors);
        if (request.Object["subjects"] is { } subjects and not JsonArray)
        {
            errors.Add(Invalid.Type("subjects", subjects, "array"));
        }

        var index = 0;
        foreach (var subject in request.Object["subjects"] as JsonArray ?? [])
        {
            CheckSubject(subject, $"subjects[{index++}]", errors);
        }

        return errors;
    }

    private void CheckRole(AdmissionRequest request, List<FieldError> errors)
    {
        if (request.Object["roleRef"] is not JsonObject role)
        {
            errors.Add(Invalid.Required("roleRef"));
            return;
        }

        if (Meta.String(role, "apiGroup") != Group)
        {
            errors.Add(Invalid.Choice("roleRef.apiGroup", Meta.String(role, "apiGroup"), Group));
        }

        string[] kinds = Kind.Kind == "RoleBinding" ? ["Role", "ClusterRole"] : ["ClusterRole"];
        if (!kinds.Contains(Meta.String(role, "kind")))
        {
            errors.Add(Invalid.Choice("roleRef.kind", Meta.String(role, "kind"), kinds));
        }

        if (Meta.String(role, "name").Length == 0)
        {
            errors.Add(Invalid.Required("roleRef.name"));
        }

        if (request.OldObject?["roleRef"] is { } old && !JsonEquality.AreEqual(old, role))
        {
            errors.Add(Invalid.Value("roleRef", role, "cannot change roleRef"));
        }
    }

    private static void CheckSubject(JsonNode? node, string path, List<FieldError> errors)
    {
        if (node is not JsonObject subject)
        {
            errors.Add(Invalid.Type(path, node, "object"));
            return;
        }

        if (Meta.String(subject, "name").Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.name"));
        }

        switch (Meta.String(subject, "kind"))
        {
            case "User" or "Group":
                break;
            case "ServiceAccount":
                if (Meta.String(subject, "namespace").Length == 0)
                {
                    errors.Add(Invalid.Required($"{path}.namespace"));
                }

                break;
            case var other:
                errors.Add(Invalid.Choice($"{path}.kind", other, "ServiceAccount", "User", "Group"));
                break;
        }
    }
}
