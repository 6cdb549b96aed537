using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Leases: durations are positive, transitions are counted up from zero.</summary>
internal sealed class LeaseRules : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("coordination.k8s.io", "Lease");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        if (request.Object["spec"] is JsonObject spec)
        {
            Check(spec, "leaseDurationSeconds", 1, "must be greater than 0", errors);
            Check(spec, "leaseTransitions", 0, "must be greater than or equal to 0", errors);
        }

        return errors;
    }

    private static void Check(JsonObject spec, string name, long minimum, string why, List<FieldError> errors)
    {
        if (spec[name] is not { } node)
        {
            return;
        }

        if (Meta.Whole(node) is not { } number)
        {
            errors.Add(Invalid.Type($"spec.{name}", node, "integer"));
        }
        else if (number < minimum)
        {
            errors.Add(Invalid.Value($"spec.{name}", node, why));
        }
    }
}
