using Microsoft.AspNetCore.Http;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Http;

/// <summary>Shows what verbs answer in the form that a client chose.</summary>
internal sealed class ResourceView
{
    private readonly Representation _representation;
    private readonly Call _call;

    /// <summary>Prepares a view.</summary>
    /// <param name="representation">The form.</param>
    /// <param name="call">The resource.</param>
    /// <param name="query">The query: what tables include.</param>
    /// <param name="clock">The ages in tables.</param>
    public ResourceView(Representation representation, Call call, IQueryCollection query, TimeProvider clock)
    {
        _representation = representation;
        _call = call;
    }

    /// <summary>One object.</summary>
    /// <param name="json">The object, or a Status.</param>
    public Payload Object(ReadOnlyMemory<byte> json) => new(json);

    /// <summary>A list.</summary>
    /// <param name="page">The page.</param>
    public Payload List(ListAnswer page) =>
        ListEnvelope.Of(_call.Definition.Type(_call.Version).ApiVersion, _call.Definition.ListKind, page);

    /// <summary>The line of a watch.</summary>
    /// <param name="item">The event.</param>
    public ReadOnlyMemory<byte> Line(WatchItem item) => item.Line;
}
