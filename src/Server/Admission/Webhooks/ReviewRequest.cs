using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Security;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What a webhook is asked.</summary>
/// <param name="Uid">The question's id, which the answer must repeat.</param>
/// <param name="Value">The object in the version that the webhook wants; null for a deletion.</param>
/// <param name="Old">The object before, likewise; null where there is none.</param>
/// <param name="Words">The request without its objects.</param>
internal sealed record ReviewRequest(string Uid, JsonObject? Value, JsonObject? Old, JsonObject Words)
{
    /// <summary>Makes a question.</summary>
    /// <param name="subject">The write.</param>
    /// <param name="version">The version that the webhook wants.</param>
    /// <param name="uid">The question's id.</param>
    public static ReviewRequest Of(WebhookSubject subject, ResourceVersion version, string uid)
    {
        var words = new JsonObject
        {
            ["uid"] = uid,
            ["kind"] = Kind(subject.TypeIn(version)),
            ["resource"] = Resource(subject, version),
        };
        AddIfAny(words, "subResource", subject.Subresource);
        words["requestKind"] = Kind(subject.TypeIn(subject.Version));
        words["requestResource"] = Resource(subject, subject.Version);
        AddIfAny(words, "requestSubResource", subject.Subresource);
        AddIfAny(words, "name", subject.Name);
        AddIfAny(words, "namespace", subject.Namespace);
        words["operation"] = WebhookRule.Name(subject.Operation);
        words["userInfo"] = User(subject.Caller);
        words["dryRun"] = subject.DryRun;
        words["options"] = subject.Options?.DeepClone();
        return new(
            uid,
            subject.Object is { } value ? subject.In(value, version) : null,
            subject.OldObject is { } old ? subject.In(old, version) : null,
            words);
    }

    /// <summary>The question as UTF-8 JSON.</summary>
    /// <param name="reviewVersion">The version of <c>admission.k8s.io</c>.</param>
    public byte[] Write(string reviewVersion)
    {
        var request = (JsonObject)Words.DeepClone();
        request["object"] = Value?.DeepClone();
        request["oldObject"] = Old?.DeepClone();
        return ObjectBytes.WriteAny(new JsonObject
        {
            ["kind"] = "AdmissionReview",
            ["apiVersion"] = "admission.k8s.io/" + reviewVersion,
            ["request"] = request,
        });
    }

    private static void AddIfAny(JsonObject words, string name, string value)
    {
        if (value.Length > 0)
        {
            words[name] = value;
        }
    }

    private static JsonObject Kind(ResourceType type) => new() { ["group"] = type.Group, ["version"] = type.Version, ["kind"] = type.Kind };

    private static JsonObject Resource(WebhookSubject subject, ResourceVersion version) =>
        new() { ["group"] = subject.Definition.Kind.Group, ["version"] = version.Name, ["resource"] = subject.Definition.Plural };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    private static JsonObject User(Caller caller)
    {
        var user = new JsonObject { ["username"] = caller.Name };
        AddIfAny(user, "uid", caller.Uid);
        user["groups"] = Texts(caller.Groups);
        if (caller.Extra.Count > 0)
        {
            user["extra"] = new JsonObject(caller.Extra.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Texts(e.Value))));
        }

        return user;
    }
}
