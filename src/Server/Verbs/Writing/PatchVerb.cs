using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Patches;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.OpenApi;
using Slipway.Server.Verbs.Writing.Owning;

namespace Slipway.Server.Verbs.Writing;

/// <summary>PATCH: a change of the present object, whatever it is just now.</summary>
/// <param name="change">How objects change.</param>
internal sealed class PatchVerb(ChangeVerb change)
{
    /// <summary>Changes an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="patch">The change, as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask<WriteAnswer> RunAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        Intake.Check(options);
        var findings = new Findings();
        return change.RunAsync(call, EditOf(call, patch, findings), options, findings.Strict, cancellation);
    }

    private static Edit EditOf(Call call, Patch patch, Findings findings)
    {
        var keys = call.Subresource == "scale" ? MergeKeys.Metadata : BuiltInMergeKeys.Of(call.Definition, call.Version);
        if (patch.Type == PatchType.StrategicMerge && keys is null)
        {
            throw Unsupported();
        }

        var body = Read(patch, findings);
        if (patch.Type == PatchType.Json)
        {
            var operations = body as JsonArray ?? throw Refuse.BadRequest($"a JSON patch is an array of operations, not {Meta.KindOf(body)}");
            return current => Apply(() => JsonPatch.Apply(current, operations) as JsonObject
                ?? throw Refuse.Unprocessable("the patch leaves something that is no object"));
        }

        var merge = body as JsonObject ?? throw Refuse.BadRequest($"a merge patch is an object, not {Meta.KindOf(body)}");
        return patch.Type == PatchType.Merge
            ? current => Apply(() => MergePatch.Apply(Unowned(current), merge))
            : current => Apply(() => StrategicMerge.Apply(Unowned(current), merge, keys!));
    }

    /// <summary>An object without its managed fields, which a merge replaces as a whole or not at all.</summary>
    private static JsonObject Unowned(JsonObject current)
    {
        Owners.Take(current);
        return current;
    }

    private static ApiException Unsupported() => Refuse.MediaType(
        "the body of the request was in an unknown format - accepted media types include: "
        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");

    private static JsonNode? Read(Patch patch, Findings findings)
    {
        try
        {
            var document = StrictJson.Parse(patch.Body.Span);
            foreach (var path in document.Duplicates)
            {
                findings.Duplicate(path);
            }

            return document.Root;
        }
        catch (StrictJsonException e)
        {
            throw Refuse.BadRequest($"error decoding patch: {e.Message}");
        }
    }

    private static JsonObject Apply(Func<JsonObject> apply)
    {
        try
        {
            return apply();
        }
        catch (PatchException e)
        {
            throw e.Fault switch
            {
                PatchFault.Malformed => Refuse.BadRequest(e.Message),
                PatchFault.TooLarge => new ApiException(Refuse.TooLarge(0, 0).Status with { Message = e.Message }, e),
                _ => Refuse.Unprocessable($"the server rejected our request due to an error in our request: {e.Message}"),
            };
        }
    }
}
