using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Metrics;
using Slipway.Server.Resources;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Http;

/// <summary>Requests for resources: from the parsed path to the verb, and from the verb's answer to the wire.</summary>
/// <param name="registry">The kinds.</param>
/// <param name="verbs">What may be done with them.</param>
/// <param name="metrics">Where events of watches are counted.</param>
/// <param name="clock">The ages in tables.</param>
internal sealed class ResourceRoutes(IResourceRegistry registry, IVerbs verbs, RequestMetrics metrics, TimeProvider clock)
{
    private static readonly string[] StatusVerbs = ["get", "patch", "update"];

    /// <summary>Finds what a request is about.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>The call, or null where no such resource is served.</returns>
    /// <exception cref="Runtime.Clients.ApiException">405: the resource does not take this verb.</exception>
    public Call? Resolve(Exchange exchange)
    {
        var path = exchange.Path;
        if (registry.Current.Find(path.Group, path.Version, path.Resource) is not var (definition, version))
        {
            return null;
        }

        // A path without a namespace reads all of them; it names no object of a namespaced kind.
        // The path of a namespace itself reads as one inside itself.
        var scoped = path.Namespace.Length > 0;
        var itself = path.Group.Length == 0 && path.Resource == "namespaces" && path.Name == path.Namespace;
        if (definition.Namespaced ? !scoped && path.NameInPath : scoped && !itself)
        {
            return null;
        }

        var allowed = VerbsOf(definition, version, path.Subresource);
        if (allowed is null || path.Rest.Length > 0 || path.Verb == "proxy")
        {
            return null;
        }

        // The old prefix /watch/ makes a watch of any method; only reading ones are meant.
        if ((path.Verb == "watch" && exchange.Request.Method is not ("GET" or "HEAD" or "CONNECT")) || !allowed.Contains(path.Verb) || !FitsScope(path, definition))
        {
            throw Refusal.MethodNotAllowed(path);
        }

        var name = path.NameInPath ? path.Name : "";
        return new(exchange.Caller, definition, version, definition.Namespaced ? path.Namespace : "", name, path.Subresource) { Audit = exchange.Audit };
    }

    /// <summary>Finds what a request is about once more: another server on the same store may just have been given the definition.</summary>
    /// <param name="exchange">The request.</param>
    public async ValueTask<Call?> LookAgainAsync(Exchange exchange)
    {
        await verbs.FreshAsync(exchange.Cancellation);
        return Resolve(exchange);
    }

    /// <summary>Serves a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="call">What <see cref="Resolve"/> found.</param>
    public ValueTask ServeAsync(Exchange exchange, Call call)
    {
        if (call.Version.DeprecationWarning is { } warning)
        {
            Answer.Warn(exchange, [warning]);
        }

        exchange.Richest = call.Definition.BuiltIn || call.Subresource == "scale" ? BodyForm.Protobuf : BodyForm.Json;
        if (!Representation.NamesKnownType(exchange.Request.Headers.Accept.ToString()))
        {
            return Answer.TextAsync(exchange, 406, "406: Not Acceptable\n\nAvailable representations: " + Available(exchange.Path.Verb));
        }

        return exchange.Path.Verb switch
        {
            "get" => GetAsync(exchange, call),
            "list" => ListAsync(exchange, call),
            "watch" => WatchAsync(exchange, call),
            "create" => CreateAsync(exchange, call),
            "update" => UpdateAsync(exchange, call),
            "patch" => PatchAsync(exchange, call),
            "delete" => DeleteAsync(exchange, call),
            "deletecollection" => DeleteCollectionAsync(exchange, call),
            _ => throw Refusal.MethodNotAllowed(exchange.Path),
        };
    }

    private static string Available(string verb) => verb is "get" or "list" or "watch"
        ? Representation.Offers + ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch"
        : Representation.Offers;

    private static bool FitsScope(RequestPath path, ResourceDefinition definition)
    {
        if (path.Subresource.Length > 0)
        {
            return path.NameInPath;
        }

        return path.Verb switch
        {
            "watch" or "list" => true,
            "create" or "deletecollection" => !path.NameInPath && (!definition.Namespaced || path.Namespace.Length > 0),
            _ => path.NameInPath,
        };
    }

    private static IReadOnlyList<string>? VerbsOf(ResourceDefinition definition, ResourceVersion version, string subresource) => subresource switch
    {
        "" => definition.Verbs,
        "status" => version.HasStatus ? StatusVerbs : null,
        "scale" => version.Scale is null ? null : StatusVerbs,
        _ => definition.Subresources.FirstOrDefault(s => s.Name == subresource)?.Verbs,
    };

    private async ValueTask GetAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var found = await verbs.GetAsync(call, RequestOptions.Text(exchange.Request.Query, "resourceVersion"), exchange.Cancellation);
        await Answer.ObjectAsync(exchange, 200, view.Object(found));
    }

    private async ValueTask ListAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var page = await verbs.ListAsync(call, RequestOptions.List(exchange.Request.Query), exchange.Cancellation);
        await Answer.ObjectAsync(exchange, 200, view.List(page));
    }

    private async ValueTask WatchAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        if (exchange.Representation.Form == BodyForm.Yaml)
        {
            throw Refusal.NotAcceptable("application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch");
        }

        var events = await verbs.WatchAsync(call, RequestOptions.Watch(exchange.Request.Query), exchange.Cancellation);
        var labels = new ResourceLabels(call.Definition.Kind.Group, call.Definition.Plural, call.Version.Name);
        await WatchAnswer.StreamAsync(exchange, exchange.Request.Method == "HEAD" ? AsyncEnumerable.Empty<WatchItem>() : events, Line, clock);

        ReadOnlyMemory<byte> Line(WatchItem item)
        {
            metrics.Sent(labels);
            return view.Line(item);
        }
    }

    private async ValueTask CreateAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var options = RequestOptions.Write(exchange.Request.Query, exchange.UserAgent, "CreateOptions", patch: null);
        var body = await RequestBody.ReadObjectAsync(exchange.Request, call.Definition, exchange.Cancellation);
        await WrittenAsync(exchange, view, await verbs.CreateAsync(call, body, options, exchange.Cancellation));
    }

    private async ValueTask UpdateAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var options = RequestOptions.Write(exchange.Request.Query, exchange.UserAgent, "UpdateOptions", patch: null);
        var body = await RequestBody.ReadObjectAsync(exchange.Request, call.Definition, exchange.Cancellation);
        await WrittenAsync(exchange, view, await verbs.UpdateAsync(call, body, options, exchange.Cancellation));
    }

    private async ValueTask PatchAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var patch = await RequestBody.ReadPatchAsync(exchange.Request, call.Definition, exchange.Cancellation);
        var options = RequestOptions.Write(exchange.Request.Query, exchange.UserAgent, "PatchOptions", patch.Type);
        await WrittenAsync(exchange, view, await verbs.PatchAsync(call, patch, options, exchange.Cancellation));
    }

    private async ValueTask DeleteAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var body = await RequestBody.ReadObjectAsync(exchange.Request, null, exchange.Cancellation);
        var options = RemovalOptions.Read(body, exchange.Request.Query);
        await WrittenAsync(exchange, view, await verbs.DeleteAsync(call, options, exchange.Cancellation));
    }

    private async ValueTask DeleteCollectionAsync(Exchange exchange, Call call)
    {
        var view = View(exchange, call);
        var body = await RequestBody.ReadObjectAsync(exchange.Request, null, exchange.Cancellation);
        var options = RemovalOptions.Read(body, exchange.Request.Query);
        var selection = RequestOptions.List(exchange.Request.Query);
        var gone = await verbs.DeleteCollectionAsync(call, selection, options, exchange.Cancellation);
        await Answer.ObjectAsync(exchange, 200, view.List(gone));
    }

    private static ValueTask WrittenAsync(Exchange exchange, ResourceView view, WriteAnswer answer)
    {
        Answer.Warn(exchange, answer.Warnings);
        return Answer.ObjectAsync(exchange, answer.Code, view.Object(answer.Object));
    }

    /// <summary>Negotiates first, so that nothing is done whose result could not be shown.</summary>
    private ResourceView View(Exchange exchange, Call call) => new(exchange.Representation, call, exchange.Request.Query, clock);
}
