using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Slipway.Server.Http.Requests;

/// <summary>
/// What a request is about, read from its method, path and query by the rules that Kubernetes' own server reads them, so
/// that authorization and routing mean the same thing.
/// </summary>
internal sealed record RequestPath
{
    /// <summary>Whether the path names a resource; else it is one of the server's own pages.</summary>
    public bool IsResource { get; private init; }

    /// <summary>The API verb (<c>get</c>, <c>list</c>, <c>deletecollection</c>, ...), or the method in lower case for other pages.</summary>
    public string Verb { get; private init; } = "";

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; private init; } = "";

    /// <summary>The version.</summary>
    public string Version { get; private init; } = "";

    /// <summary>The namespace; empty where none is named.</summary>
    public string Namespace { get; private init; } = "";

    /// <summary>The resource, in plural.</summary>
    public string Resource { get; private init; } = "";

    /// <summary>The subresource; empty for the object itself.</summary>
    public string Subresource { get; private init; } = "";

    /// <summary>The object's name; for a list or watch the one that the field selector names.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Whether the path itself carries a name, as against a field selector.</summary>
    public bool NameInPath { get; private init; }

    /// <summary>What follows the subresource.</summary>
    public string Rest { get; private init; } = "";

    /// <summary>Whether the request lives as long as its client wants: no deadline, no place among the limited ones.</summary>
    public bool LongRunning =>
        Verb is "watch" or "proxy" || Subresource is "portforward" or "exec" or "attach" or "proxy" or "log";

    /// <summary>Reads a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The decoded path.</param>
    /// <param name="query">The query.</param>
    public static RequestPath Parse(string method, string path, IQueryCollection query)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        var page = new RequestPath { Verb = method.ToLowerInvariant() };
        if (parts.Length < 3 || parts[0] is not ("api" or "apis"))
        {
            return page;
        }

        var group = "";
        if (parts[0] == "apis")
        {
            if (parts.Length < 4)
            {
                return page;
            }

            group = parts[1];
            parts = parts[1..];
        }

        var request = new RequestPath { IsResource = true, Group = group, Version = parts[1], Verb = VerbOf(method) };
        parts = parts[2..];
        if (parts[0] is "watch" or "proxy")
        {
            if (parts.Length < 2)
            {
                return page;
            }

            request = request with { Verb = parts[0] };
            parts = parts[1..];
        }

        return Locate(request, parts, query);
    }

    /// <summary>The value of a boolean parameter: absent, <c>0</c> and <c>false</c> are false, anything else is true.</summary>
    /// <param name="query">The query.</param>
    /// <param name="name">The parameter.</param>
    public static bool Flag(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0
        && values[0] != "0" && !string.Equals(values[0], "false", StringComparison.OrdinalIgnoreCase);

    private static RequestPath Locate(RequestPath request, ReadOnlySpan<string> parts, IQueryCollection query)
    {
        if (parts[0] == "namespaces" && parts.Length > 1)
        {
            request = request with { Namespace = parts[1] };

            // status and finalize belong to the namespace itself; anything else that follows is a resource inside it.
            if (parts.Length > 2 && parts[2] is not ("status" or "finalize"))
            {
                parts = parts[2..];
            }
        }

        request = request with
        {
            Resource = parts[0],
            Name = parts.Length > 1 ? parts[1] : "",
            NameInPath = parts.Length > 1,
            Subresource = parts.Length > 2 && request.Verb != "proxy" ? parts[2] : "",
            Rest = parts.Length > 3 ? string.Join('/', parts[3..].ToArray()) : "",
        };
        if (request.NameInPath)
        {
            return request;
        }

        var verb = request.Verb switch
        {
            "get" => Flag(query, "watch") ? "watch" : "list",
            "delete" => "deletecollection",
            var other => other,
        };
        return verb is "list" or "watch" or "deletecollection"
            ? request with { Verb = verb, Name = NameOfSelector(query["fieldSelector"]) }
            : request with { Verb = verb };
    }

    private static string VerbOf(string method) => method switch
    {
        "POST" => "create",
        "GET" or "HEAD" => "get",

        // A WebSocket over HTTP/2 takes the place of the GET with an upgrade of HTTP/1.1.
        "CONNECT" => "get",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "",
    };

    private static string NameOfSelector(StringValues selector)
    {
        foreach (var term in ((string?)selector ?? "").Split(','))
        {
            var at = term.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && term[at - 1] != '!' && term[..at].Trim() == "metadata.name")
            {
                var name = term[(at + 1)..].TrimStart('=').Trim();
                return name.AsSpan().IndexOfAny('/', '%') < 0 && name is not ("." or "..") ? name : "";
            }
        }

        return "";
    }
}
