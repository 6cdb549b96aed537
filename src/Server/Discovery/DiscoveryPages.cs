using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Slipway.Server.Resources;

namespace Slipway.Server.Discovery;

/// <summary>Discovery documents, each made once for a set of kinds. Safe for concurrent use.</summary>
internal sealed class DiscoveryPages
{
    private volatile Pages _pages = new(null);

    /// <summary>Finds the document of a path.</summary>
    /// <param name="set">The kinds served now.</param>
    /// <param name="parts">The path: <c>api</c> or <c>apis</c>, then a group, then a version.</param>
    /// <param name="form">The form wanted.</param>
    /// <param name="host">The address by which the client came.</param>
    /// <returns>The document, or null where there is no such group or version.</returns>
    public Document? Find(ResourceSet set, IReadOnlyList<string> parts, DiscoveryForm form, string host)
    {
        var pages = _pages;
        if (pages.Set != set)
        {
            _pages = pages = new(set);
        }

        var key = $"{form}/{string.Join('/', parts)}@{(parts is ["api"] ? host : "")}";
        return pages.Made.TryGetValue(key, out var known) ? known : Make(pages, key, parts, form, host);
    }

    private static Document? Make(Pages pages, string key, IReadOnlyList<string> parts, DiscoveryForm form, string host)
    {
        var core = pages.Groups.FirstOrDefault(g => g.Name.Length == 0);
        Action<Utf8JsonWriter>? write = parts switch
        {
            ["api"] when form == DiscoveryForm.Plain => w => PlainDiscovery.WriteVersions(w, core, host),
            ["apis"] when form == DiscoveryForm.Plain => w => PlainDiscovery.WriteGroups(w, pages.Groups.Where(g => g != core)),
            ["api"] => w => AggregatedDiscovery.Write(w, core is null ? [] : [core], Version(form)),
            ["apis"] => w => AggregatedDiscovery.Write(w, pages.Groups.Where(g => g != core), Version(form)),
            ["api", var version] when core?.Versions.Contains(version) == true => w => PlainDiscovery.WriteResources(w, core, version),
            ["apis", var name] when pages.Find(name) is { } group => w => PlainDiscovery.WriteGroup(w, group),
            ["apis", var name, var version] when pages.Find(name) is { } group && group.Versions.Contains(version) =>
                w => PlainDiscovery.WriteResources(w, group, version),
            _ => null,
        };
        if (write is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        var contentType = form == DiscoveryForm.Plain ? "application/json" : AggregatedDiscovery.ContentType(Version(form));
        var document = Document.Of(contentType, buffer.WrittenSpan.ToArray());
        if (pages.Made.Count < Pages.Most)
        {
            pages.Made[key] = document;
        }

        return document;
    }

    private static string Version(DiscoveryForm form) => form == DiscoveryForm.V2 ? "v2" : "v2beta1";

    /// <summary>The documents of one set of kinds.</summary>
    private sealed class Pages(ResourceSet? set)
    {
        /// <summary>A client chooses the host that it names, so the number of documents needs an end.</summary>
        public const int Most = 1000;

        public ResourceSet? Set { get; } = set;

        public IReadOnlyList<ApiGroup> Groups { get; } = set is null ? [] : ApiGroup.Of(set);

        public ConcurrentDictionary<string, Document> Made { get; } = new(StringComparer.Ordinal);

        public ApiGroup? Find(string name) => name.Length == 0 ? null : Groups.FirstOrDefault(g => g.Name == name);
    }
}
