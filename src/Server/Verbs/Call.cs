using Slipway.Server.Resources;
using Slipway.Server.Security;
using Slipway.Server.Security.Audit;

namespace Slipway.Server.Verbs;

/// <summary>A request after routing and authentication: who wants what of which resource.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Definition">The kind.</param>
/// <param name="Version">The version in which the caller speaks of it.</param>
/// <param name="Namespace">The namespace; empty for cluster scope and for lists over all namespaces.</param>
/// <param name="Name">The object's name; empty for collections.</param>
/// <param name="Subresource"><c>status</c>, <c>scale</c>, ...; empty for the object itself.</param>
internal sealed record Call(
    Caller Caller,
    ResourceDefinition Definition,
    ResourceVersion Version,
    string Namespace,
    string Name,
    string Subresource = "")
{
    /// <summary>What is written down of the request; null where nothing is.</summary>
    public AuditRecord? Audit { get; init; }
}
