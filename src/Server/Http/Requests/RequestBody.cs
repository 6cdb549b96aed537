using System.Buffers;
using Microsoft.AspNetCore.Http;
using Slipway.Runtime.Clients;
using Slipway.Server.Protobuf;
using Slipway.Server.Resources;

namespace Slipway.Server.Http.Requests;

/// <summary>Bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The largest body taken, in bytes.</summary>
    public const int Limit = 3 * 1024 * 1024;

    private const string ObjectTypes = "application/json, application/yaml";
    private const string BuiltInTypes = ObjectTypes + ", " + ProtobufObjects.MediaType;

    /// <summary>Reads a body that holds an object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">The kind of the object; null for options, which every kind has.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>UTF-8 JSON; empty where there is no body.</returns>
    /// <exception cref="ApiException">413 or 415, or the text is not YAML.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadObjectAsync(
        HttpRequest request, ResourceDefinition? definition, CancellationToken cancellation)
    {
        var type = MediaType(request);
        var isCustom = definition?.BuiltIn == false;
        if (type is not ("" or "application/json" or "application/yaml") && (isCustom || type != ProtobufObjects.MediaType))
        {
            throw Refusal.UnsupportedMediaType(isCustom ? ObjectTypes : BuiltInTypes);
        }

        var body = await ReadAsync(request, cancellation);
        return type switch
        {
            _ when body.IsEmpty => body,
            "application/yaml" => YamlBody.ToJson(body),
            ProtobufObjects.MediaType => ProtobufObjects.ToJson(body),
            _ => body,
        };
    }

    /// <summary>Reads a patch.</summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">The kind; built-in ones take strategic merge patches.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ApiException">413 or 415, or the text is not YAML.</exception>
    public static async ValueTask<Patch> ReadPatchAsync(HttpRequest request, ResourceDefinition definition, CancellationToken cancellation)
    {
        var type = MediaType(request) switch
        {
            "application/json-patch+json" => PatchType.Json,
            "application/merge-patch+json" => PatchType.Merge,
            "application/strategic-merge-patch+json" when definition.BuiltIn => PatchType.StrategicMerge,
            "application/apply-patch+yaml" => PatchType.Apply,
            _ => throw Refusal.UnsupportedMediaType(
                definition.BuiltIn
                    ? "application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml"
                    : "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"),
        };
        return new(type, await ReadAsync(request, cancellation));
    }

    private static string MediaType(HttpRequest request)
    {
        var text = request.ContentType ?? "";
        var end = text.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim().ToLowerInvariant();
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Limit)
        {
            throw Refusal.TooLarge(Limit);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.Buffer.Length > Limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw Refusal.TooLarge(Limit);
            }

            if (result.IsCompleted)
            {
                // The body outlives the pipe's buffers: the verbs keep it.
                var body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
