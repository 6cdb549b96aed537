using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Callouts;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Converting;

/// <summary>
/// Converts the objects of a kind by asking the webhook that its definition names. Conversion stands in the middle of
/// reads and writes that do not wait for anything else, so the thread waits; lists ask once for many objects.
/// </summary>
internal sealed class WebhookConverter : IBatchConverter
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CalloutClients _callouts;
    private readonly RandomSource _random;
    private readonly CalloutAddress _address;
    private readonly string _version;

    private WebhookConverter(GroupKind kind, CalloutAddress address, string version, (CalloutClients Callouts, RandomSource Random) means)
    {
        Kind = kind;
        _address = address;
        _version = version;
        (_callouts, _random) = means;
    }

    /// <inheritdoc/>
    public GroupKind Kind { get; }

    /// <summary>The converter that a definition asks for; null where it asks for none.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="spec">The definition's spec.</param>
    /// <param name="callouts">Calls webhooks.</param>
    /// <param name="random">Where the uids of requests come from.</param>
    public static WebhookConverter? Of(GroupKind kind, JsonElement spec, CalloutClients callouts, RandomSource random)
    {
        if (!spec.TryGetProperty("conversion", out var written)
            || JsonNode.Parse(written.GetRawText()) is not JsonObject conversion
            || Meta.String(conversion, "strategy") != "Webhook"
            || conversion["webhook"] is not JsonObject webhook
            || webhook["clientConfig"] is not JsonObject config
            || ConversionReview.VersionOf(Meta.Strings(webhook, "conversionReviewVersions")) is not { } version)
        {
            return null;
        }

        return new WebhookConverter(kind, CalloutAddress.Of(config), version, (callouts, random));
    }

    /// <inheritdoc/>
    public JsonObject Convert(JsonObject value, string version) => ConvertAll([value], version)[0];

    /// <inheritdoc/>
    public IReadOnlyList<JsonObject> ConvertAll(IReadOnlyList<JsonObject> values, string version)
    {
        var converted = new List<JsonObject>(values.Count);
        foreach (var part in values.Chunk(MostAtOnce))
        {
            converted.AddRange(Ask(part, $"{Kind.Group}/{version}"));
        }

        return converted;
    }

    private IReadOnlyList<JsonObject> Ask(JsonObject[] values, string apiVersion)
    {
        var uid = _random.NextUid();
        var from = $"{Meta.String(values[0], "apiVersion")}, Kind={Kind.Kind}";
        try
        {
            var body = ConversionReview.Ask(_version, uid, apiVersion, values);
            var answer = _callouts.PostAsync(_address, body, Patience, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return ConversionReview.Read(answer, (_version, uid), apiVersion, values);
        }
        catch (CalloutException e)
        {
            throw Refuse.Internal($"conversion webhook for {from} failed: {e.Message}");
        }
        catch (FormatException e)
        {
            throw Refuse.Internal($"conversion webhook for {from} {e.Message}");
        }
    }
}
