using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Callouts;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What a webhook answered.</summary>
/// <param name="IsAllowed">Whether the write may go on.</param>
/// <param name="Refusal">What the webhook says of a refusal; null where it says nothing.</param>
/// <param name="Patch">How the object is to be changed; null where it is not.</param>
/// <param name="Warnings">Sentences for the client.</param>
/// <param name="Annotations">Words for the audit log.</param>
internal sealed record ReviewAnswer(
    bool IsAllowed, Status? Refusal, JsonArray? Patch, IReadOnlyList<string> Warnings, IReadOnlyDictionary<string, string> Annotations)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="webhook">Who answered.</param>
    /// <param name="uid">The id of the question.</param>
    /// <param name="body">The answer.</param>
    /// <exception cref="CalloutException">It is not one to this question.</exception>
    public static ReviewAnswer Read(Webhook webhook, string uid, ReadOnlySpan<byte> body)
    {
        try
        {
            var review = JsonNode.Parse(body) as JsonObject ?? throw new CalloutException("webhook response was no object");
            var response = review["response"] as JsonObject ?? throw new CalloutException("webhook response was absent");
            CheckEnvelope(webhook, uid, review, response);
            return new(
                (bool?)response["allowed"] ?? false,
                response["status"].Deserialize(KubernetesJson.Of<Status>(KubernetesJson.Default)),
                PatchOf(webhook, response),
                Meta.Strings(response, "warnings"),
                AnnotationsOf(response));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new CalloutException($"the answer cannot be read: {e.Message}", e);
        }
    }

    private static void CheckEnvelope(Webhook webhook, string uid, JsonObject review, JsonObject response)
    {
        if (webhook.ReviewVersion == "v1beta1")
        {
            // Webhooks of that version need not repeat what they were asked.
            return;
        }

        var given = Meta.String(response, "uid");
        if (given != uid)
        {
            throw new CalloutException($"expected response.uid=\"{uid}\", got \"{given}\"");
        }

        var (version, kind) = (Meta.String(review, "apiVersion"), Meta.String(review, "kind"));
        if (version != "admission.k8s.io/v1" || kind != "AdmissionReview")
        {
            throw new CalloutException($"expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got {version}, Kind={kind}");
        }
    }

    private static JsonArray? PatchOf(Webhook webhook, JsonObject response)
    {
        var (patch, type) = (Meta.String(response, "patch"), Meta.String(response, "patchType"));
        if (patch.Length == 0)
        {
            return type.Length == 0 || webhook.ReviewVersion == "v1beta1"
                ? null
                : throw new CalloutException("webhook returned response.patchType but not response.patch");
        }

        if (!webhook.Mutates)
        {
            throw new CalloutException("validating webhook may not return response.patch");
        }

        if (type.Length == 0 && webhook.ReviewVersion != "v1beta1")
        {
            throw new CalloutException("webhook returned response.patch but not response.patchType");
        }

        if (type is not ("" or "JSONPatch"))
        {
            throw new CalloutException($"webhook returned invalid response.patchType of \"{type}\"");
        }

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(patch));
        return JsonNode.Parse(text) as JsonArray ?? throw new CalloutException("response.patch is no list of operations");
    }

    private static Dictionary<string, string> AnnotationsOf(JsonObject response) =>
        (response["auditAnnotations"] as JsonObject).Members().Where(a => Meta.IsText(a.Value)).ToDictionary(a => a.Key, a => a.Value!.GetValue<string>());
}
