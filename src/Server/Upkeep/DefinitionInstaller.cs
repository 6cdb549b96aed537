using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Server.Admission.BuiltIn;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Installs the CustomResourceDefinitions that a server is given by its owner. They are trusted and may be large and many, so
/// their specs are copied as bytes, not read: new ones are stored at once, changed ones replaced.
/// </summary>
/// <param name="api">The server's parts.</param>
internal sealed class DefinitionInstaller(ApiContext api)
{
    private const string Prefix = "/registry/customresourcedefinitions/";

    /// <summary>Installs definitions; their kinds are served when this returns.</summary>
    /// <param name="definitions">CustomResourceDefinitions as UTF-8 JSON.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Runtime.Clients.ApiException">One cannot be stored, or its names are taken.</exception>
    public async ValueTask InstallAsync(IReadOnlyList<ReadOnlyMemory<byte>> definitions, CancellationToken cancellation)
    {
        // Together, so that a store on disk syncs once for many.
        var revisions = await Task.WhenAll(definitions.Select(d => InstallAsync(d, cancellation)));
        await api.Cache.ReachAsync(revisions.DefaultIfEmpty().Max()).WaitAsync(cancellation);
    }

    private async Task<long> InstallAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        using var document = JsonDocument.Parse(json);
        var name = document.RootElement.GetProperty("metadata").GetProperty("name").GetString()!;
        while (true)
        {
            var present = api.Cache.Kind(Prefix).Find(name);
            if (present is not null && IsInstalled(document.RootElement, present))
            {
                return 0;
            }

            var (stored, expected) = (Compose(document.RootElement, present), present?.Revision ?? 0);
            var outcome = await api.Store.WriteAsync(new WriteRequest(Prefix + name, stored, expected), cancellation);
            switch (outcome.Result)
            {
                case WriteResult.Committed:
                    return outcome.Revision;
                case WriteResult.Unavailable:
                    throw Refuse.Unavailable(outcome.Why ?? "it gives no reason");
                case WriteResult.Unknown:
                    throw Refuse.Unanswered(outcome.Why ?? "it gives no reason");
            }

            await api.Cache.FreshAsync(cancellation);
        }
    }

    private static bool IsInstalled(JsonElement given, CachedObject present)
    {
        using var document = JsonDocument.Parse(present.Bytes);
        return Raw(given.GetProperty("spec")).SequenceEqual(Raw(document.RootElement.GetProperty("spec")))
            && Has(document.RootElement.GetProperty("metadata"), given.GetProperty("metadata"), "labels")
            && Has(document.RootElement.GetProperty("metadata"), given.GetProperty("metadata"), "annotations")
            && CustomResource.IsEstablished(document, out _);
    }

    private static bool Has(JsonElement present, JsonElement given, string map)
    {
        if (!given.TryGetProperty(map, out var wanted))
        {
            return true;
        }

        return present.TryGetProperty(map, out var found)
            && wanted.EnumerateObject().All(w => found.TryGetProperty(w.Name, out var value) && value.GetString() == w.Value.GetString());
    }

    private byte[] Compose(JsonElement given, CachedObject? present)
    {
        var (metadata, status) = Surroundings(given, present);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("apiVersion"u8, "apiextensions.k8s.io/v1"u8);
            writer.WriteString("kind"u8, "CustomResourceDefinition"u8);
            writer.WritePropertyName("metadata"u8);
            metadata.WriteTo(writer);
            writer.WritePropertyName("spec"u8);
            writer.WriteRawValue(Raw(given.GetProperty("spec")), skipInputValidation: true);
            writer.WritePropertyName("status"u8);
            status.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private (JsonObject Metadata, JsonNode Status) Surroundings(JsonElement given, CachedObject? present)
    {
        var metadata = JsonNode.Parse(Raw(given.GetProperty("metadata")))!.AsObject();
        var now = api.Clock.GetUtcNow();
        var old = present?.Tree();
        if (old is null)
        {
            metadata["uid"] = api.Random.NextUid();
            metadata["creationTimestamp"] = Meta.Time(now);
            metadata["generation"] = 1L;
        }
        else
        {
            var kept = Meta.Of(old);
            foreach (var map in (ReadOnlySpan<string>)["labels", "annotations"])
            {
                foreach (var (key, value) in (metadata[map] as JsonObject).Members())
                {
                    if (kept[map] is not JsonObject target)
                    {
                        kept[map] = target = [];
                    }

                    target[key] = value?.DeepClone();
                }
            }

            kept["generation"] = Meta.Number(old, "generation") + 1;
            kept.Remove("resourceVersion");
            metadata = (JsonObject)kept.DeepClone();
        }

        var shape = new JsonObject { ["spec"] = Outline(given.GetProperty("spec")), ["status"] = old?["status"]?.DeepClone() };
        DefinitionStatus.Update(shape, api.Registry.Current, now);
        return Conditions.IsTrue(shape, "Established")
            ? (metadata, shape["status"]!)
            : throw Refuse.Internal($"the definition {Meta.String(metadata, "name")} cannot be installed: {Encoding.UTF8.GetString(ObjectBytes.WriteAny(shape["status"]!))}");
    }

    /// <summary>What of a spec counts for its status: names and versions, without the schemas.</summary>
    private static JsonObject Outline(JsonElement spec) => new()
    {
        ["group"] = spec.GetProperty("group").GetString(),
        ["names"] = JsonNode.Parse(Raw(spec.GetProperty("names"))),
        ["versions"] = new JsonArray([.. spec.GetProperty("versions").EnumerateArray().Select(v => (JsonNode)new JsonObject
        {
            ["name"] = v.GetProperty("name").GetString(),
            ["storage"] = v.GetProperty("storage").GetBoolean(),
        })]),
    };

    private static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);
}
