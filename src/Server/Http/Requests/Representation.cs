using System.Collections.Concurrent;
using Slipway.Server.Protobuf;

namespace Slipway.Server.Http.Requests;

/// <summary>The form in which a client wants objects: chosen among its <c>Accept</c> clauses.</summary>
/// <param name="Form">How they are written.</param>
/// <param name="Transform">What of the object.</param>
/// <param name="TransformVersion">The version of <c>meta.k8s.io</c> in which transformed objects are written.</param>
internal sealed record Representation(BodyForm Form, Transform Transform = Transform.None, string TransformVersion = "v1")
{
    /// <summary>What can be had, as a refusal lists it.</summary>
    public const string Offers = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    private static readonly string[] Types = ["application/json", "application/yaml", ProtobufObjects.MediaType];

    private const int MostCached = 256;

    private static readonly Representation Json = new(BodyForm.Json);
    private static readonly ConcurrentDictionary<(string Accept, BodyForm Richest), Representation?> Cache = [];

    /// <summary>Chooses for an object, a list or a watch.</summary>
    /// <param name="accept">The <c>Accept</c> header; empty takes anything.</param>
    /// <param name="richest">Protobuf where the object has that form, else anything else.</param>
    /// <returns>The first clause that can be met, by falling preference; null where none can.</returns>
    public static Representation? Choose(string accept, BodyForm richest)
    {
        if (accept.Length == 0 || accept == "application/json" || accept == "*/*")
        {
            return Json;
        }

        if (Cache.TryGetValue((accept, richest), out var known))
        {
            return known;
        }

        var chosen = Clauses(accept).Select(c => FromClause(c, richest)).FirstOrDefault(r => r is not null);
        if (Cache.Count < MostCached)
        {
            Cache[(accept, richest)] = chosen;
        }

        return chosen;
    }

    /// <summary>The clauses of a header, the most wanted first; equals keep their order, but wildcards come last.</summary>
    /// <param name="accept">The header.</param>
    public static IReadOnlyList<AcceptClause> Clauses(string accept) =>
        [.. accept.Split(',').Select(AcceptClause.Parse).Where(c => c.Quality > 0)
            .OrderByDescending(c => c.Quality).ThenBy(c => c.Wildcards)];

    /// <summary>Whether a header names a media type that anything at all is written in.</summary>
    /// <param name="accept">The header.</param>
    public static bool NamesKnownType(string accept) =>
        accept.Length == 0 || accept == "application/json" || accept == "*/*" || Clauses(accept).Any(c => Types.Any(c.Matches) || c.Type == "application/x-yaml");

    /// <summary>Whether protocol buffers are what a header wants most.</summary>
    /// <param name="accept">The header.</param>
    public static bool PrefersProtobuf(string accept) =>
        accept.StartsWith(ProtobufObjects.MediaType, StringComparison.Ordinal) && Clauses(accept) is [{ Type: ProtobufObjects.MediaType }, ..];

    private static Representation? FromClause(AcceptClause clause, BodyForm richest)
    {
        BodyForm? form = clause.Type switch
        {
            "application/yaml" or "application/x-yaml" => BodyForm.Yaml,
            ProtobufObjects.MediaType => BodyForm.Protobuf,
            _ when clause.Matches("application/json") => BodyForm.Json,
            _ => null,
        };
        if (form is not { } written)
        {
            return null;
        }

        if (clause["as"] is not { } kind)
        {
            return clause["stream"] is null or "watch" && (written != BodyForm.Protobuf || richest == BodyForm.Protobuf) ? new(written) : null;
        }

        if (clause["g"] != "meta.k8s.io" || clause["v"] is not ("v1" or "v1beta1"))
        {
            return null;
        }

        return kind switch
        {
            "Table" when written != BodyForm.Protobuf => new(written, Transform.Table, clause["v"]!),
            "PartialObjectMetadata" or "PartialObjectMetadataList" => new(written, Transform.PartialObjectMetadata, clause["v"]!),
            _ => null,
        };
    }
}
