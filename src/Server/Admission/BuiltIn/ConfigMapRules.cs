using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>ConfigMaps: text and bytes under keys.</summary>
internal sealed class ConfigMapRules : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("", "ConfigMap");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        ContentRules.DropEmpty(request.Object, "data");
        ContentRules.DropEmpty(request.Object, "binaryData");
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        var value = request.Object;
        var total = ContentRules.Check(value, "data", isBase64: false, errors) + ContentRules.Check(value, "binaryData", isBase64: true, errors);
        ContentRules.CheckSize(total, errors);
        var data = value["data"] as JsonObject;
        foreach (var (key, _) in (value["binaryData"] as JsonObject).Members())
        {
            if (data?.ContainsKey(key) == true)
            {
                errors.Add(Invalid.Value($"binaryData[{key}]", key, "duplicate of key present in data"));
            }
        }

        ContentRules.CheckImmutable(request.OldObject, value, ["data", "binaryData"], errors);
        return errors;
    }
}
