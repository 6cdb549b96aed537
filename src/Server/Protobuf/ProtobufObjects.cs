using System.Text;
using System.Text.Json;
using Slipway.Machinery.Protobuf;
using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.OpenApi;

namespace Slipway.Server.Protobuf;

/// <summary>Objects of built-in kinds, and those that every group has, between UTF-8 JSON and protocol buffers in their envelope.</summary>
internal static class ProtobufObjects
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    private const string Metadata = "PartialObjectMetadata";

    private static readonly string[] EveryGroupHas = ["DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions", "Status"];

    private static readonly FieldShape Many = new(ShapeKind.List);

    /// <summary>Reads a body.</summary>
    /// <param name="body">An envelope.</param>
    /// <returns>The object with its apiVersion and kind as UTF-8 JSON.</returns>
    /// <exception cref="ApiException">400: it is none, or of a kind that there is not.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            var envelope = ProtobufEnvelope.Open(body.Span, out var message);
            var type = TypeOf(envelope.ApiVersion, envelope.Kind)
                ?? throw Refuse.BadRequest($"no kind \"{envelope.Kind}\" is registered for version \"{envelope.ApiVersion}\" in this server");
            var json = ProtobufReader.Read(message, type);
            json["apiVersion"] = envelope.ApiVersion;
            json["kind"] = envelope.Kind;
            return Encoding.UTF8.GetBytes(json.ToJsonString());
        }
        catch (Exception e) when (e is ProtobufException or InvalidOperationException or ArgumentException)
        {
            // Raw JSON inside the message may name a member twice, which shows only when it is written.
            throw Refuse.BadRequest("the body is not a protobuf message of its kind: " + e.Message);
        }
    }

    /// <summary>Writes an object or a list.</summary>
    /// <param name="json">UTF-8 JSON with apiVersion and kind.</param>
    /// <returns>An envelope.</returns>
    /// <exception cref="InvalidOperationException">The kind has no form in protocol buffers; callers ask before.</exception>
    public static ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return FromJson(document.RootElement);
    }

    /// <summary>Writes an object or a list.</summary>
    /// <param name="json">JSON with apiVersion and kind.</param>
    public static ReadOnlyMemory<byte> FromJson(JsonElement json)
    {
        var envelope = new ProtobufEnvelope(Text(json, "apiVersion"), Text(json, "kind"));
        var type = TypeOf(envelope.ApiVersion, envelope.Kind) ?? ListOf(envelope.ApiVersion, envelope.Kind)
            ?? throw new InvalidOperationException($"{envelope.Kind} of {envelope.ApiVersion} has no form in protocol buffers.");
        return envelope.Wrap(ProtobufWriter.Write(json, type).Span);
    }

    private static MessageType? TypeOf(string apiVersion, string kind) => kind switch
    {
        Metadata when apiVersion.StartsWith("meta.k8s.io/", StringComparison.Ordinal) => BuiltInSchemas.Meta(Metadata),
        _ when EveryGroupHas.Contains(kind) => BuiltInSchemas.Meta(kind),
        _ => BuiltInSchemas.Find(apiVersion, kind),
    };

    private static MessageType? ListOf(string apiVersion, string kind)
    {
        const string list = "List";
        if (!kind.EndsWith(list, StringComparison.Ordinal) || TypeOf(apiVersion, kind[..^list.Length]) is not { } item)
        {
            return null;
        }

        return new MessageType(item.Name + list,
        [
            new("metadata", 1, new FieldShape(new Lazy<MessageType>(BuiltInSchemas.Meta("ListMeta")))),
            new("items", 2, Many with { Items = new FieldShape(new Lazy<MessageType>(item)) }),
        ]);
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
