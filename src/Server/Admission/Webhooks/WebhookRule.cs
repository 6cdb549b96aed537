using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>Which requests a webhook wants to see.</summary>
/// <param name="Operations">The operations in capitals, or <c>*</c>.</param>
/// <param name="Groups">The API groups, or <c>*</c>.</param>
/// <param name="Versions">The API versions, or <c>*</c>.</param>
/// <param name="Resources">Resources and subresources: <c>pods</c>, <c>pods/status</c>, <c>pods/*</c>, <c>*/scale</c>, <c>*</c>, <c>*/*</c>.</param>
/// <param name="Scope"><c>Cluster</c>, <c>Namespaced</c> or <c>*</c>.</param>
internal sealed record WebhookRule(
    IReadOnlyList<string> Operations, IReadOnlyList<string> Groups, IReadOnlyList<string> Versions, IReadOnlyList<string> Resources, string Scope)
{
    /// <summary>The only objects that the rule covers; empty for all.</summary>
    public IReadOnlyList<string> ResourceNames { get; init; } = [];

    /// <summary>Reads a rule that was checked when it was stored.</summary>
    /// <param name="rule">The rule.</param>
    public static WebhookRule Of(JsonObject rule) => new(
        Meta.Strings(rule, "operations"),
        Meta.Strings(rule, "apiGroups"),
        Meta.Strings(rule, "apiVersions"),
        Meta.Strings(rule, "resources"),
        Meta.String(rule, "scope") is { Length: > 0 } scope ? scope : "*")
    {
        ResourceNames = Meta.Strings(rule, "resourceNames"),
    };

    /// <summary>Whether the rule covers a write, were it of the given version.</summary>
    /// <param name="subject">The write.</param>
    /// <param name="version">The version to ask for.</param>
    public bool Covers(WebhookSubject subject, string version) =>
        HasAny(Operations, Name(subject.Operation))
        && HasAny(Groups, subject.Definition.Kind.Group)
        && HasAny(Versions, version)
        && Scope switch { "Cluster" => !subject.IsNamespaced, "Namespaced" => subject.IsNamespaced, _ => true }
        && (ResourceNames.Count == 0 || ResourceNames.Contains(subject.Name))
        && Resources.Any(r => Names(r, subject.Definition.Plural, subject.Subresource));

    /// <summary>An operation as rules and reviews name it.</summary>
    /// <param name="operation">The operation.</param>
    public static string Name(AdmissionOperation operation) => operation switch
    {
        AdmissionOperation.Create => "CREATE",
        AdmissionOperation.Update => "UPDATE",
        AdmissionOperation.Delete => "DELETE",
        _ => "CONNECT",
    };

    private static bool HasAny(IReadOnlyList<string> wanted, string value) => wanted.Contains("*") || wanted.Contains(value);

    private static bool Names(string pattern, string resource, string subresource)
    {
        var slash = pattern.IndexOf('/', StringComparison.Ordinal);
        var (main, sub) = slash < 0 ? (pattern, "") : (pattern[..slash], pattern[(slash + 1)..]);
        return (main == "*" || main == resource) && (sub == "*" || sub == subresource);
    }
}
