using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Objects;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Policies;

/// <summary>The defaults and rules of ValidatingAdmissionPolicies: above all, their expressions must compile.</summary>
internal sealed class PolicyRules : IKindAdmission
{
    private static readonly string[] Reasons = ["", "Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"];

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new(WebhookKinds.Group, PolicyKinds.Policy);

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (request.Object["spec"] is not JsonObject spec)
        {
            return;
        }

        spec["failurePolicy"] ??= "Fail";
        if (spec["matchConstraints"] is JsonObject scope)
        {
            scope["matchPolicy"] ??= "Equivalent";
            scope["namespaceSelector"] ??= new JsonObject();
            scope["objectSelector"] ??= new JsonObject();
            foreach (var rule in (scope["resourceRules"] as JsonArray ?? []).OfType<JsonObject>())
            {
                rule["scope"] ??= "*";
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        if (request.Object["spec"] is not JsonObject spec)
        {
            return [Invalid.Required("spec")];
        }

        if (Meta.String(spec, "failurePolicy") is not ("Fail" or "Ignore") and var policy)
        {
            errors.Add(Invalid.Choice("spec.failurePolicy", policy, "Fail", "Ignore"));
        }

        if (spec["matchConstraints"] is not JsonObject scope)
        {
            errors.Add(Invalid.Required("spec.matchConstraints"));
        }
        else if (scope["resourceRules"] is not JsonArray { Count: > 0 })
        {
            errors.Add(Invalid.Required("spec.matchConstraints.resourceRules"));
        }

        if (spec["validations"] is not JsonArray { Count: > 0 } && spec["auditAnnotations"] is not JsonArray { Count: > 0 })
        {
            errors.Add(Invalid.Required("spec.validations", "validations or auditAnnotations must contain at least one entry"));
        }

        Expressions(spec, "variables", "expression", null, errors);
        Expressions(spec, "matchConditions", "expression", CelType.Bool, errors);
        Expressions(spec, "validations", "expression", CelType.Bool, errors);
        Expressions(spec, "auditAnnotations", "valueExpression", null, errors);
        Validations(spec, errors);
        return errors;
    }

    private static void Validations(JsonObject spec, List<FieldError> errors)
    {
        var validations = spec["validations"] as JsonArray ?? [];
        for (var i = 0; i < validations.Count; i++)
        {
            var (path, validation) = ($"spec.validations[{i}]", validations[i] as JsonObject);
            if (!Reasons.Contains(Meta.String(validation, "reason")))
            {
                errors.Add(Invalid.Choice($"{path}.reason", Meta.String(validation, "reason"), Reasons[1..]));
            }

            if (Meta.String(validation, "messageExpression") is { Length: > 0 } message)
            {
                Compile(message, $"{path}.messageExpression", CelType.String, errors);
            }
        }
    }

    private static void Expressions(JsonObject spec, string list, string member, CelType? type, List<FieldError> errors)
    {
        var items = spec[list] as JsonArray ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"spec.{list}[{i}].{member}";
            var text = Meta.String(items[i] as JsonObject, member);
            if (text.Trim().Length == 0)
            {
                errors.Add(Invalid.Required(path));
            }
            else
            {
                Compile(text, path, type, errors);
            }
        }
    }

    private static void Compile(string text, string path, CelType? type, List<FieldError> errors)
    {
        try
        {
            var program = CelProgram.Compile(text, CelEnvironment.Admission);
            if (type is not null && !program.Type.IsDyn && !program.Type.Equals(type))
            {
                errors.Add(Invalid.Value(path, text, $"must evaluate to {type}"));
            }
        }
        catch (CelException e)
        {
            errors.Add(Invalid.Value(path, text, $"compilation failed: {e.Message}"));
        }
    }
}
