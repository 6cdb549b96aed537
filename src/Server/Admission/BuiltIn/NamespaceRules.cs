using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Namespaces: the finalizer that holds them until they are empty, the phase, and the label with their name.</summary>
internal sealed class NamespaceRules : IKindAdmission
{
    /// <summary>The entry of <c>spec.finalizers</c> that stands for emptying the namespace.</summary>
    public const string Finalizer = "kubernetes";

    /// <summary>The label that carries the name.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("", "Namespace");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        var value = request.Object;
        if (request.Operation == AdmissionOperation.Create)
        {
            value["spec"] = new JsonObject { ["finalizers"] = new JsonArray(Finalizer) };
            value["status"] = new JsonObject { ["phase"] = "Active" };
        }
        else if (request.Subresource != "finalize" && request.OldObject?["spec"] is { } spec)
        {
            value["spec"] = spec.DeepClone();
        }

        var metadata = Meta.Of(value);
        if (metadata["labels"] is not JsonObject labels)
        {
            metadata["labels"] = labels = [];
        }

        var name = Meta.String(metadata, "name");
        if (name.Length > 0 && Meta.String(labels, NameLabel) != name)
        {
            labels[NameLabel] = name;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request) => [];
}
