using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Deployments, ReplicaSets, StatefulSets and DaemonSets: a selector that their pods match, and a count that is no less than 0.</summary>
/// <param name="kind">The kind.</param>
/// <param name="counted">Whether the kind has a count of replicas.</param>
internal sealed class WorkloadRules(string kind, bool counted) : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("apps", kind);

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (counted && request.Object["spec"] is JsonObject spec && spec["replicas"] is null)
        {
            spec["replicas"] = 1L;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        if (request.Object["spec"] is not JsonObject spec)
        {
            errors.Add(Invalid.Required("spec.selector"));
            return errors;
        }

        if (counted && spec["replicas"] is { } replicas)
        {
            if (Meta.Whole(replicas) is not { } count)
            {
                errors.Add(Invalid.Type("spec.replicas", replicas, "integer"));
            }
            else if (count < 0)
            {
                errors.Add(Invalid.Value("spec.replicas", replicas, "must be greater than or equal to 0"));
            }
        }

        if (spec["selector"] is not JsonObject selector)
        {
            errors.Add(Invalid.Required("spec.selector"));
            return errors;
        }

        var labels = ((spec["template"] as JsonObject)?["metadata"] as JsonObject)?["labels"] as JsonObject;
        foreach (var (key, wanted) in (selector["matchLabels"] as JsonObject).Members())
        {
            if (Meta.String(labels, key) != Meta.String(selector["matchLabels"] as JsonObject, key) || wanted is null)
            {
                errors.Add(Invalid.Value("spec.template.metadata.labels", labels, "`selector` does not match template `labels`"));
                break;
            }
        }

        return errors;
    }
}
