using Microsoft.AspNetCore.Http;
using Slipway.Server.Security;
using Slipway.Server.Security.Rbac;

namespace Slipway.Server.Http.Requests;

/// <summary>One request and its answer.</summary>
/// <param name="http">Kestrel's side of it.</param>
/// <param name="path">What it is about.</param>
/// <param name="auditId">The id that finds it in the log.</param>
internal sealed class Exchange(HttpContext http, RequestPath path, string auditId)
{
    private Representation? _representation;

    /// <summary>Kestrel's side of it.</summary>
    public HttpContext Http { get; } = http;

    /// <summary>The request.</summary>
    public HttpRequest Request => Http.Request;

    /// <summary>The answer.</summary>
    public HttpResponse Response => Http.Response;

    /// <summary>What the request is about.</summary>
    public RequestPath Path { get; } = path;

    /// <summary>The id that finds the request in the log.</summary>
    public string AuditId { get; } = auditId;

    /// <summary>Who asks, or in whose name.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>Who asks in the name of <see cref="Caller"/>; null where nobody does.</summary>
    public Caller? Impersonator { get; set; }

    /// <summary>Whether the caller may, once that is decided.</summary>
    public Decision? Decision { get; set; }

    /// <summary>The client is gone, the server stops, or the deadline has passed.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The form in which the client wants objects.</summary>
    /// <exception cref="Runtime.Clients.ApiException">406: none of the wanted forms is to be had.</exception>
    public Representation Representation => _representation ??=
        Representation.Choose(Request.Headers.Accept.ToString()) ?? throw Refusal.NotAcceptable(Representation.Offers);

    /// <summary>Whether the answer is for a person's eyes: asked for, or the client is a browser or its like.</summary>
    public bool Pretty => Request.Query.ContainsKey("pretty") ? RequestPath.Flag(Request.Query, "pretty") : IsForEyes(UserAgent);

    /// <summary>The client's name for itself.</summary>
    public string UserAgent => Request.Headers.UserAgent.ToString();

    private static bool IsForEyes(string userAgent) =>
        userAgent.StartsWith("curl", StringComparison.Ordinal)
        || userAgent.StartsWith("Wget", StringComparison.Ordinal)
        || userAgent.StartsWith("Mozilla/5.0", StringComparison.Ordinal);
}
