using System.Buffers;
using Microsoft.AspNetCore.Http;
using Slipway.Runtime.Clients;

namespace Slipway.Server.Http.Requests;

/// <summary>Bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The largest body taken, in bytes.</summary>
    public const int Limit = 3 * 1024 * 1024;

    private const string ObjectTypes = "application/json, application/yaml";

    /// <summary>Reads a body that holds an object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>UTF-8 JSON; empty where there is no body.</returns>
    /// <exception cref="ApiException">413 or 415, or the text is not YAML.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadObjectAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = MediaType(request);
        if (type is not ("" or "application/json" or "application/yaml"))
        {
            throw Refusal.UnsupportedMediaType(ObjectTypes);
        }

        var body = await ReadAsync(request, cancellation);
        return type == "application/yaml" && !body.IsEmpty ? YamlBody.ToJson(body) : body;
    }

    /// <summary>Reads a patch.</summary>
    /// <param name="request">The request.</param>
    /// <param name="builtIn">Whether the kind is built in, and so takes strategic merge patches.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ApiException">413 or 415, or the text is not YAML.</exception>
    public static async ValueTask<Patch> ReadPatchAsync(HttpRequest request, bool builtIn, CancellationToken cancellation)
    {
        var type = MediaType(request) switch
        {
            "application/json-patch+json" => PatchType.Json,
            "application/merge-patch+json" => PatchType.Merge,
            "application/strategic-merge-patch+json" when builtIn => PatchType.StrategicMerge,
            "application/apply-patch+yaml" => PatchType.Apply,
            _ => throw Refusal.UnsupportedMediaType(
                builtIn
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
