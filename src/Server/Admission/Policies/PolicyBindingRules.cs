using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Policies;

/// <summary>The rules of ValidatingAdmissionPolicyBindings.</summary>
internal sealed class PolicyBindingRules : IKindAdmission
{
    private static readonly string[] Actions = ["Audit", "Deny", "Warn"];

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new(WebhookKinds.Group, PolicyKinds.Binding);

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        // There are none: what is not said is not there.
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        var spec = request.Object["spec"] as JsonObject;
        if (Meta.String(spec, "policyName").Length == 0)
        {
            errors.Add(Invalid.Required("spec.policyName"));
        }

        var actions = Meta.Strings(spec, "validationActions");
        if (actions.Count == 0)
        {
            errors.Add(Invalid.Required("spec.validationActions", "at least one validation action is required"));
        }

        foreach (var action in actions.Where(a => !Actions.Contains(a)))
        {
            errors.Add(Invalid.Choice("spec.validationActions", action, Actions));
        }

        if (actions.Contains("Deny") && actions.Contains("Warn"))
        {
            errors.Add(Invalid.Value("spec.validationActions", spec!["validationActions"], "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)"));
        }

        if (spec?["paramRef"] is JsonObject param)
        {
            Param(param, errors);
        }

        return errors;
    }

    private static void Param(JsonObject param, List<FieldError> errors)
    {
        if ((Meta.String(param, "name").Length > 0) == (param["selector"] is not null))
        {
            errors.Add(Invalid.Required("spec.paramRef", "one of name or selector must be specified"));
        }

        if (Meta.String(param, "parameterNotFoundAction") is not ("Allow" or "Deny") and var action)
        {
            errors.Add(action.Length == 0 ? Invalid.Required("spec.paramRef.parameterNotFoundAction") : Invalid.Choice("spec.paramRef.parameterNotFoundAction", action, "Deny", "Allow"));
        }
    }
}
