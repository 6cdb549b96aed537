using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Server.Http.Requests;

/// <summary>The options of a deletion: from the body where there is one, else from the query.</summary>
internal static class RemovalOptions
{
    /// <summary>Reads them.</summary>
    /// <param name="body">The body as UTF-8 JSON; may be empty.</param>
    /// <param name="query">The query.</param>
    public static DeleteOptions Read(ReadOnlyMemory<byte> body, IQueryCollection query)
    {
        var errors = new List<FieldError>();
        var (options, orphan) = body.IsEmpty ? FromQuery(query, errors) : FromBody(body, errors);
        if (options.PropagationPolicy is not (null or "Background" or "Foreground" or "Orphan"))
        {
            errors.Add(RequestOptions.NotSupported(
                "propagationPolicy", options.PropagationPolicy, "\"Background\", \"Foreground\", \"Orphan\""));
        }

        if (orphan is not null)
        {
            if (options.PropagationPolicy is { } policy)
            {
                errors.Add(new(
                    "FieldValueInvalid",
                    "propagationPolicy",
                    $"Invalid value: \"{policy}\": orphanDependents and deletionPropagation cannot be both set"));
            }

            options = options with { PropagationPolicy = orphan.Value ? "Orphan" : "Background" };
        }

        return errors.Count == 0 ? options : throw Refusal.InvalidOptions("DeleteOptions", errors);
    }

    private static (DeleteOptions Options, bool? Orphan) FromQuery(IQueryCollection query, List<FieldError> errors)
    {
        var policy = RequestOptions.Text(query, "propagationPolicy");
        return (new()
        {
            DryRun = RequestOptions.DryRun(query["dryRun"], errors),
            GracePeriodSeconds = RequestOptions.Number(query, "gracePeriodSeconds"),
            PropagationPolicy = policy.Length == 0 ? null : policy,
        },
            query.ContainsKey("orphanDependents") ? RequestPath.Flag(query, "orphanDependents") : null);
    }

    private static (DeleteOptions Options, bool? Orphan) FromBody(ReadOnlyMemory<byte> body, List<FieldError> errors)
    {
        try
        {
            var json = StrictJson.ParseObject(body.Span);
            if ((string?)json["kind"] is { Length: > 0 } kind and not "DeleteOptions")
            {
                throw Refusal.BadRequest($"the body of a deletion must be a DeleteOptions object, but its kind is {kind}");
            }

            var dryRun = json["dryRun"] is JsonArray directives
                && RequestOptions.DryRun(directives.Select(d => (string?)d), errors);
            return (new()
            {
                DryRun = dryRun,
                GracePeriodSeconds = (long?)json["gracePeriodSeconds"],
                PropagationPolicy = (string?)json["propagationPolicy"],
                Uid = (string?)json["preconditions"]?["uid"],
                ResourceVersion = (string?)json["preconditions"]?["resourceVersion"],
            },
                (bool?)json["orphanDependents"]);
        }
        catch (Exception e) when (e is StrictJsonException or InvalidOperationException or FormatException)
        {
            throw Refusal.BadRequest("the body of a deletion is not a DeleteOptions object: " + e.Message);
        }
    }
}
