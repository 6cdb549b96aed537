using System.Collections.Concurrent;

namespace Slipway.Server.Http.Requests;

/// <summary>The form in which a client wants objects: chosen among its <c>Accept</c> clauses.</summary>
/// <param name="Yaml">As YAML; else as JSON.</param>
/// <param name="Transform">What of the object.</param>
/// <param name="TransformVersion">The version of <c>meta.k8s.io</c> in which transformed objects are written.</param>
internal sealed record Representation(bool Yaml, Transform Transform = Transform.None, string TransformVersion = "v1")
{
    /// <summary>What can be had, as a refusal lists it.</summary>
    public const string Offers = "application/json, application/yaml";

    private const int MostCached = 256;

    private static readonly Representation Json = new(Yaml: false);
    private static readonly ConcurrentDictionary<string, Representation?> Cache = new(StringComparer.Ordinal);

    /// <summary>Chooses for an object, a list or a watch.</summary>
    /// <param name="accept">The <c>Accept</c> header; empty takes anything.</param>
    /// <returns>The first clause that can be met, by falling preference; null where none can.</returns>
    public static Representation? Choose(string accept)
    {
        if (accept.Length == 0 || accept == "application/json" || accept == "*/*")
        {
            return Json;
        }

        if (Cache.TryGetValue(accept, out var known))
        {
            return known;
        }

        var chosen = Clauses(accept).Select(FromClause).FirstOrDefault(r => r is not null);
        if (Cache.Count < MostCached)
        {
            Cache[accept] = chosen;
        }

        return chosen;
    }

    /// <summary>The clauses of a header, the most wanted first; equals keep their order, but wildcards come last.</summary>
    /// <param name="accept">The header.</param>
    public static IReadOnlyList<AcceptClause> Clauses(string accept) =>
        [.. accept.Split(',').Select(AcceptClause.Parse).Where(c => c.Quality > 0)
            .OrderByDescending(c => c.Quality).ThenBy(c => c.Wildcards)];

    private static Representation? FromClause(AcceptClause clause)
    {
        var yaml = clause.Type is "application/yaml" or "application/x-yaml";
        if (!yaml && !clause.Matches("application/json"))
        {
            return null;
        }

        if (clause["as"] is not { } kind)
        {
            return clause["stream"] is null or "watch" ? new(yaml) : null;
        }

        if (clause["g"] != "meta.k8s.io" || clause["v"] is not ("v1" or "v1beta1"))
        {
            return null;
        }

        return kind switch
        {
            "Table" => new(yaml, Transform.Table, clause["v"]!),
            "PartialObjectMetadata" or "PartialObjectMetadataList" => new(yaml, Transform.PartialObjectMetadata, clause["v"]!),
            _ => null,
        };
    }
}
