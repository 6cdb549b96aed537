using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Secrets: plain text is taken over into the data, types ask for their keys, and types never change.</summary>
internal sealed class SecretRules : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("", "Secret");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        var value = request.Object;
        if (value["stringData"] is JsonObject plain)
        {
            if (value["data"] is not JsonObject data)
            {
                value["data"] = data = [];
            }

            // What is no text stays where it is, for the rules to name it.
            foreach (var (key, _) in plain.Where(p => Meta.IsText(p.Value)).ToList())
            {
                data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Meta.String(plain, key)));
                plain.Remove(key);
            }
        }

        ContentRules.DropEmpty(value, "stringData");
        ContentRules.DropEmpty(value, "data");
        if (Meta.String(value, "type").Length == 0)
        {
            value["type"] = "Opaque";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        var value = request.Object;
        ContentRules.CheckSize(ContentRules.Check(value, "data", isBase64: true, errors), errors);
        ContentRules.Check(value, "stringData", isBase64: false, errors);
        var data = value["data"] as JsonObject;
        foreach (var key in RequiredKeys(Meta.String(value, "type")))
        {
            if (data?.ContainsKey(key) != true)
            {
                errors.Add(Invalid.Required($"data[{key}]"));
            }
        }

        if (Meta.String(value, "type") == "kubernetes.io/service-account-token"
            && Meta.String(value["metadata"]?["annotations"] as JsonObject, "kubernetes.io/service-account.name").Length == 0)
        {
            errors.Add(Invalid.Required("metadata.annotations[kubernetes.io/service-account.name]"));
        }

        if (request.OldObject is { } old)
        {
            if (Meta.String(old, "type") != Meta.String(value, "type"))
            {
                errors.Add(Invalid.Immutable("type", value["type"]));
            }

            ContentRules.CheckImmutable(old, value, ["data"], errors);
        }

        return errors;
    }

    private static IReadOnlyList<string> RequiredKeys(string type) => type switch
    {
        "kubernetes.io/tls" => ["tls.crt", "tls.key"],
        "kubernetes.io/dockerconfigjson" => [".dockerconfigjson"],
        "kubernetes.io/dockercfg" => [".dockercfg"],
        "kubernetes.io/ssh-auth" => ["ssh-privatekey"],
        _ => [],
    };
}
