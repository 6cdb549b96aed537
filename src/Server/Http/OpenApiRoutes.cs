using System.Globalization;
using Slipway.Server.Discovery;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.OpenApi;

namespace Slipway.Server.Http;

/// <summary>The pages below <c>/openapi</c>.</summary>
/// <param name="options">What is served.</param>
internal sealed class OpenApiRoutes(HttpHostOptions options)
{
    private static readonly string[] V2ProtobufTypes =
    [
        "application/com.github.proto-openapi.spec.v2@v1.0+protobuf",
        OpenApiPages.V2ProtobufType,
    ];

    private readonly OpenApiPages _pages = new(options.KubernetesVersion);

    /// <summary>Serves a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="parts">The parts of its path; the first is <c>openapi</c>.</param>
    public ValueTask ServeAsync(Exchange exchange, string[] parts)
    {
        var set = options.Registry.Current;
        return parts switch
        {
            ["openapi", "v2"] => Documents.ServeAsync(exchange, V2(exchange)),
            ["openapi", "v3"] => Documents.ServeAsync(exchange, Json(exchange, () => _pages.V3Index(set))),
            ["openapi", "v3", .. var rest] when _pages.V3(set, string.Join('/', rest)) is { } document =>
                V3Async(exchange, string.Join('/', rest), Json(exchange, () => document)),
            _ => Answer.NoSuchPathAsync(exchange),
        };
    }

    /// <summary>With the right hash the document may be kept for ever; with a wrong one the client is sent to the right one.</summary>
    private ValueTask V3Async(Exchange exchange, string path, Document document)
    {
        var hash = RequestOptions.Text(exchange.Request.Query, "hash");
        if (hash.Length > 0 && hash != document.Digest)
        {
            exchange.Response.StatusCode = 301;
            exchange.Response.Headers.Location = $"/openapi/v3/{path}?hash={document.Digest}";
            return ValueTask.CompletedTask;
        }

        if (hash.Length > 0)
        {
            exchange.Response.Headers.CacheControl = "public, immutable";
            exchange.Response.Headers.Expires = options.Clock.GetUtcNow().AddYears(1).ToString("r", CultureInfo.InvariantCulture);
        }

        return Documents.ServeAsync(exchange, document);
    }

    private Document V2(Exchange exchange)
    {
        var accept = exchange.Request.Headers.Accept.ToString();
        foreach (var clause in Representation.Clauses(accept.Length == 0 ? "*/*" : accept))
        {
            if (V2ProtobufTypes.Contains(clause.Type))
            {
                return _pages.V2Protobuf(options.Registry.Current);
            }

            if (clause.Matches(Answer.Json))
            {
                return _pages.V2(options.Registry.Current);
            }
        }

        throw Refusal.NotAcceptable($"{Answer.Json}, {OpenApiPages.V2ProtobufType}");
    }

    private static Document Json(Exchange exchange, Func<Document> document)
    {
        var accept = exchange.Request.Headers.Accept.ToString();
        return accept.Length == 0 || Representation.Clauses(accept).Any(c => c.Matches(Answer.Json))
            ? document()
            : throw Refusal.NotAcceptable(Answer.Json);
    }
}
