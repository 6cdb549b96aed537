using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Apply.Walks;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Apply;

/// <summary>
/// The annotation in which kubectl's client-side apply remembers what it applied, and the way from there to server-side
/// apply: kubectl does not conflict with what client-side apply has set.
/// </summary>
public static class LastApplied
{
    /// <summary>The annotation.</summary>
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The one manager for whom the annotation counts.</summary>
    public const string Manager = "kubectl";

    /// <summary>The fields that still are as they were last applied on the client's side.</summary>
    /// <param name="live">The present object.</param>
    /// <param name="apiVersion">Its version.</param>
    /// <param name="type">Its type.</param>
    /// <returns>The fields; null where the annotation is missing or does not speak of this version.</returns>
    public static FieldSet? Fields(JsonObject live, string apiVersion, IMergeType type)
    {
        if (TextOf(live) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            if (JsonNode.Parse(text) is not JsonObject last || last["apiVersion"] is not JsonValue version
                || !version.TryGetValue(out string? written) || written != apiVersion)
            {
                return null;
            }

            var difference = ObjectComparison.Compare(last, live, type);
            return ObjectFields.Of(last, type).Except(difference.Set).Except(difference.Removed);
        }
        catch (JsonException)
        {
            // An annotation that is no JSON says nothing about fields.
            return null;
        }
    }

    /// <summary>
    /// Applies as kubectl: conflicts about fields that are as client-side apply left them are none, and the annotation follows.
    /// </summary>
    /// <param name="ownership">Applies.</param>
    /// <param name="live">The present object; see <see cref="Ownership.Apply"/>.</param>
    /// <param name="managed">Who owns what of it.</param>
    /// <param name="request">What kubectl applies.</param>
    /// <param name="type">The type of the object.</param>
    /// <exception cref="ApplyConflictException">Others own fields that client-side apply did not set.</exception>
    /// <exception cref="FormatException">What is applied does not fit the type of the object.</exception>
    public static AppliedObject Apply(
        Ownership ownership, JsonObject live, IReadOnlyList<ManagedEntry> managed, ApplyRequest request, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(ownership);
        ArgumentNullException.ThrowIfNull(request);
        AppliedObject applied;
        try
        {
            applied = ownership.Apply(live, managed, request);
        }
        catch (ApplyConflictException e) when (Fields(live, request.ApiVersion, type) is { } allowed)
        {
            List<ApplyConflict> others = [.. e.Conflicts.Where(c => !allowed.Contains([.. c.Path]))];
            if (others.Count > 0)
            {
                throw new ApplyConflictException(others);
            }

            applied = ownership.Apply(live, managed, request with { Force = true });
        }

        Renew(applied.Value, request.Config);
        return applied;
    }

    /// <summary>Brings the annotation of an object, where it has one, up to what was applied to it now.</summary>
    /// <param name="value">The object; it is changed.</param>
    /// <param name="config">What was applied.</param>
    public static void Renew(JsonObject value, JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (TextOf(value) is not { Length: > 0 })
        {
            return;
        }

        var remembered = (JsonObject)config.DeepClone();
        (remembered["metadata"]?["annotations"] as JsonObject)?.Remove(Annotation);
        value["metadata"]!["annotations"]![Annotation] = remembered.ToJsonString(KubernetesJson.Default) + "\n";
    }

    private static string? TextOf(JsonObject value) =>
        (value["metadata"] as JsonObject)?["annotations"] is JsonObject annotations
        && annotations[Annotation] is JsonValue text && text.TryGetValue(out string? written) ? written : null;
}
