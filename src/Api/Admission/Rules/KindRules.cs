using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Admission.Rules;

/// <summary>What the rules of all kinds have in common.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class KindRules<T> : IKindAdmission
    where T : class, IKind<T>
{
    /// <inheritdoc/>
    public GroupKind Kind => T.Resource.GroupKind;

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation != AdmissionOperation.Delete && request.Subresource.Length == 0)
        {
            Fill(request.Object, request.OldObject);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Operation == AdmissionOperation.Delete || request.Subresource == "status" || IsUntouched(request))
        {
            return [];
        }

        var faults = new Faults();
        var old = request.OldObject?.Deserialize(T.JsonType);
        Check(Read(request.Object), old, faults);
        if (old is not null)
        {
            CheckChange(request.Object, request.OldObject!, faults);
        }

        return faults.List;
    }

    /// <summary>Fills in defaults.</summary>
    /// <param name="value">The object; changed in place.</param>
    /// <param name="old">The object as stored; null on create.</param>
    protected virtual void Fill(JsonObject value, JsonObject? old)
    {
    }

    /// <summary>Checks the object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">The object as stored; null on create.</param>
    /// <param name="faults">Takes what is wrong.</param>
    protected abstract void Check(T value, T? old, Faults faults);

    /// <summary>Checks which fields change.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">The object as stored.</param>
    /// <param name="faults">Takes what is wrong.</param>
    protected virtual void CheckChange(JsonObject value, JsonObject old, Faults faults)
    {
    }

    private static T Read(JsonObject value) => value.Deserialize(T.JsonType) ?? throw new JsonException("An object was wanted and null was found.");

    // The rules look at the spec, at annotations and at labels: where those stay, what was accepted stays acceptable.
    private static bool IsUntouched(AdmissionRequest request) =>
        request.OldObject is { } old
        && JsonNode.DeepEquals(request.Object["spec"], old["spec"])
        && JsonNode.DeepEquals(request.Object["metadata"]?["annotations"], old["metadata"]?["annotations"])
        && JsonNode.DeepEquals(request.Object["metadata"]?["labels"], old["metadata"]?["labels"]);
}
