using System.Diagnostics;
using Slipway.Server.Http.Requests;
using Slipway.Server.Metrics;
using Slipway.Server.Resources;
using Slipway.Server.Tracing;

namespace Slipway.Server.Http;

/// <summary>Counts and traces one request. Only words that are served become labels, so that no client can make up new ones.</summary>
internal readonly struct RequestRecord
{
    private static readonly string[] Pages = ["api", "apis", "openapi", "healthz", "livez", "readyz", "metrics", "version"];

    private readonly ServerMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly RequestKind _kind;
    private readonly RequestLabels _labels;
    private readonly Activity? _span;

    private RequestRecord(ServerMetrics metrics, TimeProvider clock, RequestKind kind, RequestLabels labels, Activity? span)
    {
        (_metrics, _clock, _kind, _labels, _span) = (metrics, clock, kind, labels, span);
        _began = clock.GetTimestamp();
    }

    /// <summary>Begins to count a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="options">What is served.</param>
    public static RequestRecord Begin(Exchange exchange, HttpHostOptions options)
    {
        var path = exchange.Path;
        var labels = Labels(exchange, options.Registry.Current);
        var kind = path.LongRunning ? RequestKind.LongRunning
            : path.Verb is "get" or "list" or "head" ? RequestKind.Reading
            : RequestKind.Changing;
        options.Metrics.Requests.Begin(kind);
        if (kind == RequestKind.LongRunning)
        {
            options.Metrics.Requests.BeginLong(labels);
        }

        return new(options.Metrics, options.Clock, kind, labels, Spans.Request(exchange.Request, Route(labels)));
    }

    /// <summary>Ends with the answer.</summary>
    /// <param name="status">Its HTTP status.</param>
    public void End(int status)
    {
        if (_kind == RequestKind.LongRunning)
        {
            _metrics.Requests.EndLong(_labels);
        }

        _metrics.Requests.End(_kind, _labels, status, _clock.GetElapsedTime(_began));
        Spans.End(_span, status);
    }

    private static RequestLabels Labels(Exchange exchange, ResourceSet kinds)
    {
        var path = exchange.Path;
        if (!path.IsResource)
        {
            var value = (exchange.Request.Path.Value ?? "").AsSpan().TrimStart('/');
            var slash = value.IndexOf('/');
            var first = slash < 0 ? value : value[..slash];
            var page = "";
            foreach (var known in Pages)
            {
                page = first.SequenceEqual(known) ? "/" + known : page;
            }

            return new() { Subresource = page, Verb = Method(exchange.Request.Method) };
        }

        var dryRun = exchange.Request.Query.ContainsKey("dryRun") ? "All" : "";
        if (kinds.Find(path.Group, path.Version, path.Resource) is not var (definition, version))
        {
            return new() { Verb = Method(exchange.Request.Method), DryRun = dryRun };
        }

        return new()
        {
            Group = definition.Kind.Group,
            Version = version.Name,
            Resource = definition.Plural,
            Subresource = IsServed(definition, path.Subresource) ? path.Subresource : "",
            Scope = path.NameInPath ? "resource" : definition.Namespaced && path.Namespace.Length > 0 ? "namespace" : "cluster",
            Verb = Verb(path, exchange),
            DryRun = dryRun,
        };
    }

    private static bool IsServed(ResourceDefinition definition, string subresource) =>
        subresource is "status" or "scale" || definition.Subresources.Any(s => s.Name == subresource);

    private static string Verb(RequestPath path, Exchange exchange) => path.Verb switch
    {
        _ when path.Subresource is "portforward" or "exec" or "attach" or "proxy" => "CONNECT",
        "get" => "GET",
        "list" => "LIST",
        "watch" => "WATCH",
        "create" => "POST",
        "update" => "PUT",
        "patch" => exchange.Request.ContentType?.StartsWith("application/apply-patch", StringComparison.Ordinal) == true ? "APPLY" : "PATCH",
        "delete" => "DELETE",
        "deletecollection" => "DELETECOLLECTION",
        _ => "other",
    };

    private static string Method(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "CONNECT" or "OPTIONS" ? method : "other";

    private static string Route(in RequestLabels labels) => labels.Resource is not { Length: > 0 } resource
        ? labels.Subresource is { Length: > 0 } page ? page : "/"
        : $"{(labels.Group is { Length: > 0 } group ? $"/apis/{group}" : "/api")}/{labels.Version}{(labels.Scope == "cluster" ? "" : "/namespaces/{namespace}")}"
            + $"/{resource}{(labels.Scope == "resource" ? "/{name}" : "")}{(labels.Subresource is { Length: > 0 } sub ? $"/{sub}" : "")}";
}
