using Microsoft.AspNetCore.Http;
using Slipway.Server.Discovery;
using Slipway.Server.Http.Requests;

namespace Slipway.Server.Http.Answers;

/// <summary>Serves documents that change seldom, with their ETag.</summary>
internal static class Documents
{
    /// <summary>Answers with the document, or 304 where the client has it.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="document">The document.</param>
    public static ValueTask ServeAsync(Exchange exchange, Document document)
    {
        var headers = exchange.Response.Headers;
        headers.ETag = document.ETag;
        headers.Append("Vary", "Accept");
        if (exchange.Request.Headers.IfNoneMatch.Any(held => held is not null && held.Contains(document.ETag, StringComparison.Ordinal)))
        {
            exchange.Response.StatusCode = 304;
            return ValueTask.CompletedTask;
        }

        return document.ContentType == Answer.Json && exchange.Pretty
            ? Answer.BytesAsync(exchange, 200, document.ContentType, new Payload(PrettyJson.Indent(document.Body.Span)))
            : Answer.BytesAsync(exchange, 200, document.ContentType, new Payload(document.Body));
    }
}
