using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Converting;

/// <summary>The words that are exchanged with a conversion webhook (ConversionReview of apiextensions.k8s.io).</summary>
internal static class ConversionReview
{
    private const string Group = "apiextensions.k8s.io";
    private static readonly string[] Versions = ["v1", "v1beta1"];

    /// <summary>The first version that webhook and server both speak, or null.</summary>
    /// <param name="spoken">What the webhook speaks, by preference.</param>
    public static string? VersionOf(IEnumerable<string> spoken) => spoken.FirstOrDefault(Versions.Contains);

    /// <summary>The request.</summary>
    /// <param name="version">The version of the review.</param>
    /// <param name="uid">What tells this request from others.</param>
    /// <param name="apiVersion">The group and version wanted.</param>
    /// <param name="values">The objects.</param>
    public static byte[] Ask(string version, string uid, string apiVersion, IEnumerable<JsonObject> values) => ObjectBytes.WriteAny(new JsonObject
    {
        ["apiVersion"] = $"{Group}/{version}",
        ["kind"] = "ConversionReview",
        ["request"] = new JsonObject
        {
            ["uid"] = uid,
            ["desiredAPIVersion"] = apiVersion,
            ["objects"] = new JsonArray([.. values.Select(v => (JsonNode)v.DeepClone())]),
        },
    });

    /// <summary>Takes the converted objects out of an answer; each keeps the metadata of its original, but for labels and annotations.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">What was asked: the version of the review, and its uid.</param>
    /// <param name="apiVersion">The group and version wanted.</param>
    /// <param name="originals">The objects that were sent.</param>
    /// <exception cref="FormatException">The answer is not as it must be; the message says how.</exception>
    public static IReadOnlyList<JsonObject> Read(byte[] answer, (string Version, string Uid) asked, string apiVersion, IReadOnlyList<JsonObject> originals)
    {
        var response = Response(answer, asked);
        if (response["convertedObjects"] is not JsonArray converted || converted.Count != originals.Count)
        {
            throw new FormatException($"returned {(response["convertedObjects"] as JsonArray)?.Count ?? 0} objects, expected {originals.Count}");
        }

        var values = new List<JsonObject>(originals.Count);
        for (var i = 0; i < originals.Count; i++)
        {
            try
            {
                var value = converted[i] as JsonObject ?? throw new FormatException("it is not an object");
                Check(originals[i], value, apiVersion);
                Restore(originals[i], value);
                values.Add((JsonObject)value.DeepClone());
            }
            catch (FormatException e)
            {
                throw new FormatException($"returned invalid converted object at index {i}: {e.Message}", e);
            }
        }

        return values;
    }

    private static JsonObject Response(byte[] answer, (string Version, string Uid) asked)
    {
        JsonObject review;
        try
        {
            review = JsonNode.Parse(answer) as JsonObject ?? throw new FormatException("failed: the answer is not an object");
        }
        catch (JsonException e)
        {
            throw new FormatException($"failed: the answer is not JSON: {e.Message}", e);
        }

        var found = $"{Meta.String(review, "apiVersion")}, Kind={Meta.String(review, "kind")}";
        if (asked.Version == "v1" && found != $"{Group}/v1, Kind=ConversionReview")
        {
            throw new FormatException($"failed: expected webhook response of {Group}/v1, Kind=ConversionReview, got {found}");
        }

        if (review["response"] is not JsonObject response)
        {
            throw new FormatException("failed: no response provided");
        }

        if (asked.Version == "v1" && Meta.String(response, "uid") != asked.Uid)
        {
            throw new FormatException($"failed: expected response.uid=\"{asked.Uid}\", got \"{Meta.String(response, "uid")}\"");
        }

        var result = response["result"] as JsonObject;
        if (Meta.String(result, "status") != "Success")
        {
            throw new FormatException(Meta.String(result, "message") is { Length: > 0 } message
                ? $"failed: {message}"
                : $"failed: response.result.status was '{Meta.String(result, "status")}', not 'Success'");
        }

        return response;
    }

    private static void Check(JsonObject original, JsonObject value, string apiVersion)
    {
        if (Meta.String(value, "apiVersion") != apiVersion)
        {
            throw new FormatException($"invalid groupVersion (expected {apiVersion}, received {Meta.String(value, "apiVersion")})");
        }

        if (Meta.String(value, "kind") != Meta.String(original, "kind"))
        {
            throw new FormatException($"invalid kind (expected {Meta.String(original, "kind")}, received {Meta.String(value, "kind")})");
        }

        foreach (var name in (ReadOnlySpan<string>)["name", "namespace", "uid"])
        {
            var (before, after) = (Meta.Text(original, name), Meta.Text(value, name));
            if (before != after)
            {
                throw new FormatException($"must have the same {(name == "uid" ? "UID" : name)}: {before} != {after}");
            }
        }
    }

    /// <summary>Webhooks may change labels and annotations, and nothing else of the metadata.</summary>
    private static void Restore(JsonObject original, JsonObject value)
    {
        var changed = value["metadata"] as JsonObject ?? throw new FormatException("invalid metadata in converted object");
        var kept = (JsonObject)Meta.Of(original).DeepClone();
        foreach (var map in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            kept.Remove(map);
            switch (changed[map])
            {
                case null:
                    break;
                case JsonObject entries when entries.All(e => Meta.IsText(e.Value)):
                    kept[map] = entries.DeepClone();
                    break;
                default:
                    throw new FormatException($"invalid metadata: {map} are not a map of strings");
            }
        }

        value["metadata"] = kept;
    }
}
