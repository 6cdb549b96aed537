using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Http.Requests;

namespace Slipway.Server.Http.Answers;

/// <summary>Writes answers: status, headers and body.</summary>
internal static class Answer
{
    /// <summary>The media type of plain JSON; without a charset, since some clients compare it as text.</summary>
    public const string Json = "application/json";

    private const int CompressFrom = 128 * 1024;
    private const int FlushEvery = 64 * 1024;

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<Status> StatusType =
        KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <summary>Answers with JSON in the form that the client chose: as it is, indented, or as YAML.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="code">The HTTP status.</param>
    /// <param name="json">UTF-8 JSON, in pieces.</param>
    public static ValueTask ObjectAsync(Exchange exchange, int code, Payload json)
    {
        if (exchange.Representation.Yaml)
        {
            return BytesAsync(exchange, code, "application/yaml", new Payload(YamlBody.FromJson(json.Joined())));
        }

        return BytesAsync(exchange, code, Json, exchange.Pretty ? new Payload(PrettyJson.Indent(json.Joined().Span)) : json);
    }

    /// <summary>Answers with a Status.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="status">The Status; its code is the HTTP status.</param>
    public static ValueTask StatusAsync(Exchange exchange, Status status)
    {
        if (status.Details?.RetryAfterSeconds is { } seconds)
        {
            exchange.Response.Headers.RetryAfter = seconds.ToString();
        }

        // A refusal is always JSON: what the client wanted may be the very thing that is refused.
        return BytesAsync(exchange, status.Code ?? 500, Json, new Payload(JsonSerializer.SerializeToUtf8Bytes(status, StatusType)));
    }

    /// <summary>Answers a path that does not exist.</summary>
    /// <param name="exchange">The request.</param>
    public static ValueTask NoSuchPathAsync(Exchange exchange)
    {
        exchange.Response.Headers.XContentTypeOptions = "nosniff";
        return TextAsync(exchange, 404, "404 page not found\n");
    }

    /// <summary>Answers with plain text.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="code">The HTTP status.</param>
    /// <param name="text">The text.</param>
    public static ValueTask TextAsync(Exchange exchange, int code, string text) =>
        BytesAsync(exchange, code, "text/plain; charset=utf-8", new Payload(Encoding.UTF8.GetBytes(text)));

    /// <summary>Answers with a body as it is, compressed where it is large and the client takes that.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="code">The HTTP status.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="body">The body.</param>
    public static async ValueTask BytesAsync(Exchange exchange, int code, string contentType, Payload body)
    {
        var response = exchange.Response;
        response.StatusCode = code;
        response.ContentType = contentType;
        if (body.Length > CompressFrom && TakesGzip(exchange.Request.Headers.AcceptEncoding.ToString()))
        {
            response.Headers.ContentEncoding = "gzip";
            response.Headers.Append("Vary", "Accept-Encoding");
            await using var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
            foreach (var piece in body.Pieces)
            {
                await gzip.WriteAsync(piece, exchange.Cancellation);
            }

            return;
        }

        response.ContentLength = body.Length;
        var writer = response.BodyWriter;
        var waiting = 0;
        foreach (var piece in body.Pieces)
        {
            piece.Span.CopyTo(writer.GetSpan(piece.Length));
            writer.Advance(piece.Length);
            waiting += piece.Length;
            if (waiting > FlushEvery)
            {
                waiting = 0;
                await writer.FlushAsync(exchange.Cancellation);
            }
        }
    }

    /// <summary>Adds <c>Warning</c> headers, which kubectl shows to its user; none twice.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="warnings">One sentence each.</param>
    public static void Warn(Exchange exchange, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings.Distinct(StringComparer.Ordinal))
        {
            var text = new StringBuilder("299 - \"");
            foreach (var c in warning)
            {
                _ = c switch
                {
                    '"' or '\\' => text.Append('\\').Append(c),
                    < ' ' or (char)127 => text.Append(' '),
                    > (char)127 => text.Append('?'),
                    _ => text.Append(c),
                };
            }

            var header = text.Append('"').ToString();
            if (!exchange.Response.Headers.Warning.Contains(header))
            {
                exchange.Response.Headers.Append("Warning", header);
            }
        }
    }

    private static bool TakesGzip(string acceptEncoding) =>
        Representation.Clauses(acceptEncoding).Any(c => c.Type is "gzip" or "*");
}
