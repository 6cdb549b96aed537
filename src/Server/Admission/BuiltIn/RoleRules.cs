using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Roles: every rule says which verbs on what.</summary>
/// <param name="kind">Role or ClusterRole.</param>
internal sealed class RoleRules(string kind) : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("rbac.authorization.k8s.io", kind);

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (!request.Object.ContainsKey("rules"))
        {
            request.Object["rules"] = null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        var index = 0;
        foreach (var node in request.Object["rules"] as JsonArray ?? [])
        {
            Check(node, $"rules[{index++}]", errors);
        }

        return errors;
    }

    private void Check(JsonNode? node, string path, List<FieldError> errors)
    {
        if (node is not JsonObject rule)
        {
            errors.Add(Invalid.Type(path, node, "object"));
            return;
        }

        if (Meta.Strings(rule, "verbs").Count == 0)
        {
            errors.Add(Invalid.Required($"{path}.verbs", "verbs must contain at least one value"));
        }

        var urls = Meta.Strings(rule, "nonResourceURLs");
        if (urls.Count > 0)
        {
            if (Kind.Kind == "Role")
            {
                errors.Add(Invalid.Value($"{path}.nonResourceURLs", rule["nonResourceURLs"], "namespaced rules cannot apply to non-resource URLs"));
            }

            if (Meta.Strings(rule, "resources").Count > 0 || Meta.Strings(rule, "apiGroups").Count > 0)
            {
                errors.Add(Invalid.Value($"{path}.nonResourceURLs", rule["nonResourceURLs"], "rules cannot apply to both regular resources and non-resource URLs"));
            }

            return;
        }

        if (Meta.Strings(rule, "apiGroups").Count == 0)
        {
            errors.Add(Invalid.Required($"{path}.apiGroups", "resource rules must supply at least one api group"));
        }

        if (Meta.Strings(rule, "resources").Count == 0)
        {
            errors.Add(Invalid.Required($"{path}.resources", "resource rules must supply at least one resource"));
        }
    }
}
