using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Server.Discovery;
using Slipway.Server.Resources;

namespace Slipway.Server.OpenApi;

/// <summary>The OpenAPI documents, each made when first asked for and kept until the kinds change. Safe for concurrent use.</summary>
/// <param name="version">The Kubernetes version that they name.</param>
internal sealed class OpenApiPages(string version)
{
    /// <summary>The media type of version 2 in protocol buffers.</summary>
    public const string V2ProtobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private const string JsonType = "application/json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private volatile Pages? _pages;

    /// <summary>The index of version 3: the address of each group version's document, with its hash.</summary>
    /// <param name="set">The kinds served now.</param>
    public Document V3Index(ResourceSet set) => Find(set, "v3", pages => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("paths"u8);
        foreach (var (group, groupVersion) in pages.GroupVersions)
        {
            var path = PathOf(group, groupVersion);
            writer.WriteStartObject(path);
            writer.WriteString("serverRelativeURL"u8, $"/openapi/v3/{path}?hash={V3(pages, group, groupVersion).Digest}");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

    /// <summary>The document of a group version, or null where there is no such.</summary>
    /// <param name="set">The kinds served now.</param>
    /// <param name="path"><c>api/v1</c> or <c>apis/group/version</c>.</param>
    public Document? V3(ResourceSet set, string path)
    {
        var pages = PagesOf(set);
        foreach (var (group, groupVersion) in pages.GroupVersions)
        {
            if (PathOf(group, groupVersion) == path)
            {
                return V3(pages, group, groupVersion);
            }
        }

        return null;
    }

    /// <summary>The document of version 2 as JSON.</summary>
    /// <param name="set">The kinds served now.</param>
    public Document V2(ResourceSet set) => Find(set, "v2", pages => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("swagger"u8, "2.0"u8);
        WriteInfo(writer);
        new V2PathWriter().Write(writer, pages.GroupVersions);
        writer.WriteStartObject("definitions"u8);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (group, groupVersion) in pages.GroupVersions)
        {
            foreach (var (name, schema) in pages.Catalog.Of(group, groupVersion))
            {
                if (written.Add(name))
                {
                    writer.WritePropertyName(name);
                    V2Schema.Write(writer, schema);
                }
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

    /// <summary>The document of version 2 in protocol buffers.</summary>
    /// <param name="set">The kinds served now.</param>
    public Document V2Protobuf(ResourceSet set) => Find(set, "v2.pb", _ =>
    {
        using var json = JsonDocument.Parse(V2(set).Body);
        return Document.Of(V2ProtobufType, GnosticDocument.Write(json.RootElement));
    });

    private Document V3(Pages pages, ApiGroup group, string groupVersion) => pages.Find("v3/" + PathOf(group, groupVersion), _ => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("openapi"u8, "3.0.0"u8);
        WriteInfo(writer);
        new V3PathWriter().Write(writer, [(group, groupVersion)]);
        writer.WriteStartObject("components"u8);
        writer.WriteStartObject("schemas"u8);
        foreach (var (name, schema) in pages.Catalog.Of(group, groupVersion))
        {
            writer.WritePropertyName(name);
            schema.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

    private static string PathOf(ApiGroup group, string groupVersion) =>
        group.Name.Length == 0 ? $"api/{groupVersion}" : $"apis/{group.Name}/{groupVersion}";

    private static Document Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Document.Of(JsonType, buffer.WrittenSpan.ToArray());
    }

    private void WriteInfo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("info"u8);
        writer.WriteString("title"u8, "Kubernetes"u8);
        writer.WriteString("version"u8, version);
        writer.WriteEndObject();
    }

    private Document Find(ResourceSet set, string key, Func<Pages, Document> make) => PagesOf(set).Find(key, make);

    private Pages PagesOf(ResourceSet set)
    {
        var pages = _pages;
        if (pages?.Set != set)
        {
            _pages = pages = new Pages(set);
        }

        return pages;
    }

    /// <summary>The documents of one set of kinds.</summary>
    private sealed class Pages
    {
        private readonly ConcurrentDictionary<string, Lazy<Document>> _made = new(StringComparer.Ordinal);

        public Pages(ResourceSet set)
        {
            Set = set;
            Catalog = new SchemaCatalog(set);
            GroupVersions = [.. Catalog.Groups.SelectMany(g => g.Versions.Select(v => (g, v)))];
        }

        public ResourceSet Set { get; }

        public SchemaCatalog Catalog { get; }

        public IReadOnlyList<(ApiGroup Group, string Version)> GroupVersions { get; }

        public Document Find(string key, Func<Pages, Document> make) =>
            _made.GetOrAdd(key, _ => new Lazy<Document>(() => make(this))).Value;
    }
}
