using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Tracing;

/// <summary>
/// The spans that the server gives out under the name <see cref="Source"/>, after OpenTelemetry's conventions for HTTP.
/// Nothing is made where nobody listens.
/// </summary>
internal static class Spans
{
    /// <summary>What an exporter subscribes to.</summary>
    public const string Source = "Slipway.Server";

    private static readonly ActivitySource All = new(Source);

    /// <summary>Begins the span of a request; its parent is the one that the client names in <c>traceparent</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="route">What it is about, in words of which there are few.</param>
    public static Activity? Request(HttpRequest request, string route)
    {
        if (!All.HasListeners())
        {
            return null;
        }

        var parent = ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var named) ? named : default;
        var span = All.StartActivity($"{request.Method} {route}", ActivityKind.Server, parent);
        return span?.SetTag("http.request.method", request.Method)
            .SetTag("http.route", route)
            .SetTag("url.scheme", request.Scheme)
            .SetTag("url.path", request.Path.Value)
            .SetTag("server.address", request.Host.Host)
            .SetTag("server.port", request.Host.Port)
            .SetTag("network.protocol.version", request.Protocol is ['H', 'T', 'T', 'P', '/', .. var version] ? version : request.Protocol)
            .SetTag("user_agent.original", request.Headers.UserAgent.ToString());
    }

    /// <summary>Begins the span of a call to a webhook.</summary>
    /// <param name="url">The webhook.</param>
    public static Activity? Callout(Uri url)
    {
        var span = All.StartActivity("POST", ActivityKind.Client);
        return span?.SetTag("http.request.method", "POST")
            .SetTag("url.full", url.ToString())
            .SetTag("server.address", url.Host)
            .SetTag("server.port", url.Port);
    }

    /// <summary>Ends a span with its HTTP status.</summary>
    /// <param name="span">The span; null where there is none.</param>
    /// <param name="status">The status; 0 where there was none.</param>
    public static void End(Activity? span, int status)
    {
        if (span is null)
        {
            return;
        }

        if (status > 0)
        {
            span.SetTag("http.response.status_code", status);
        }

        if (status is 0 or >= 500 || (status >= 400 && span.Kind == ActivityKind.Client))
        {
            span.SetTag("error.type", status == 0 ? "no_answer" : status.ToString()).SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }

}
