using System.Text.Json.Nodes;
using Slipway.App.Output;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients.Http;

namespace Slipway.App.Kinds;

/// <summary>The kinds of a server, from its discovery.</summary>
internal sealed class KindCatalog
{
    private const string Accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private readonly List<KnownKind> _kinds;

    private KindCatalog(List<KnownKind> kinds) => _kinds = kinds;

    /// <summary>Asks a server.</summary>
    /// <param name="client">The server.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async Task<KindCatalog> ReadAsync(HttpApiClient client, CancellationToken cancellation)
    {
        var kinds = new List<KnownKind>();
        foreach (var path in (string[])["/api", "/apis"])
        {
            kinds.AddRange(Read(JsonNode.Parse((await client.GetPathAsync(path, Accept, cancellation)).Span)!));
        }

        return new KindCatalog(kinds);
    }

    /// <summary>Reads an aggregated discovery document.</summary>
    /// <param name="document">The document.</param>
    internal static IEnumerable<KnownKind> Read(JsonNode document)
    {
        foreach (var group in document["items"]!.AsArray())
        {
            var preferred = true;
            foreach (var version in group!["versions"]!.AsArray())
            {
                foreach (var resource in version!["resources"]?.AsArray() ?? [])
                {
                    yield return Kind(group["metadata"]?["name"]?.GetValue<string>() ?? "", version["version"]!.GetValue<string>(), resource!, preferred);
                }

                preferred = false;
            }
        }
    }

    /// <summary>The kind that a word on the command line means.</summary>
    /// <param name="word">For example <c>machines</c>, <c>ma</c>, <c>Machine</c> or <c>machines.cluster.x-k8s.io</c>.</param>
    /// <exception cref="CommandException">No kind is called so.</exception>
    public ResourceType Resolve(string word)
    {
        var lower = word.ToLowerInvariant();
        var dot = lower.IndexOf('.', StringComparison.Ordinal);
        var (name, group) = dot < 0 ? (lower, null) : (lower[..dot], lower[(dot + 1)..]);
        var found = _kinds.Find(k => k.Preferred && k.Names.Contains(name) && (group is null || k.Type.Group == group));
        return found?.Type ?? throw new CommandException(ExitCode.Usage, $"The server has no kind '{word}'.{Nearest(name)}");
    }

    /// <summary>How a kind of a document is addressed; null where the server does not serve it.</summary>
    /// <param name="apiVersion">The document's <c>apiVersion</c>.</param>
    /// <param name="kind">The document's <c>kind</c>.</param>
    public ResourceType? Find(string apiVersion, string kind) =>
        _kinds.Find(k => k.Type.ApiVersion == apiVersion && k.Type.Kind == kind)?.Type;

    /// <summary>How a kind is addressed in the version that the server prefers; null where the server does not serve it.</summary>
    /// <param name="kind">The kind and its group.</param>
    public ResourceType? Find(GroupKind kind) => _kinds.Find(k => k.Preferred && k.Type.GroupKind == kind)?.Type;

    /// <summary>A sentence that names the kinds closest to a word that means none; empty where none is close.</summary>
    /// <param name="word">The word.</param>
    public string Nearest(string word)
    {
        var near = _kinds.Where(k => k.Preferred)
            .Select(k => (k.Type.Kind, Distance: k.Names.Min(n => Distance(n, word.ToLowerInvariant()))))
            .Where(k => k.Distance <= Math.Min(2, word.Length / 3))
            .OrderBy(k => k.Distance)
            .Select(k => k.Kind)
            .Distinct()
            .Take(3)
            .ToList();
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>How many letters must be added, dropped or changed to turn one word into another.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }

    private static KnownKind Kind(string group, string version, JsonNode resource, bool preferred)
    {
        var kind = resource["responseKind"]!["kind"]!.GetValue<string>();
        var plural = resource["resource"]!.GetValue<string>();
        var names = new List<string> { plural, kind.ToLowerInvariant(), resource["singularResource"]?.GetValue<string>() ?? "" };
        names.AddRange((resource["shortNames"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()));
        var namespaced = resource["scope"]?.GetValue<string>() != "Cluster";
        return new KnownKind(new ResourceType(group, version, kind, plural, namespaced), preferred, names);
    }
}
