using System.Text.Json.Nodes;
using Slipway.Server.Callouts;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>One webhook of a configuration, ready to be asked. Immutable.</summary>
internal sealed record Webhook
{
    private static readonly string[] KnownReviews = ["v1", "v1beta1"];

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The configuration that it is part of.</summary>
    public required string Configuration { get; init; }

    /// <summary>Whether it may change objects.</summary>
    public required bool Mutates { get; init; }

    /// <summary>What it wants to see.</summary>
    public required MatchScope Scope { get; init; }

    /// <summary>What else must hold.</summary>
    public required MatchConditions Conditions { get; init; }

    /// <summary>Whether a write goes on where the webhook cannot be asked.</summary>
    public required bool IgnoresFailure { get; init; }

    /// <summary>Whether it may be asked about a write that will not be stored.</summary>
    public required bool TakesDryRun { get; init; }

    /// <summary>How long it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether it is asked again where a later one changed the object.</summary>
    public required bool IsReinvoked { get; init; }

    /// <summary>The version of <c>admission.k8s.io</c> in which it is asked.</summary>
    public required string ReviewVersion { get; init; }

    /// <summary>Where it is.</summary>
    public required CalloutAddress Address { get; init; }

    /// <summary>Reads the webhooks of a configuration that was checked when it was stored.</summary>
    /// <param name="configuration">The configuration.</param>
    public static IReadOnlyList<Webhook> Of(JsonObject configuration)
    {
        var name = Meta.Text(configuration, "name");
        var mutates = Meta.String(configuration, "kind") == WebhookKinds.Mutating;
        return [.. (configuration["webhooks"] as JsonArray ?? []).OfType<JsonObject>().Select(w => Of(w, name, mutates))];
    }

    private static Webhook Of(JsonObject webhook, string configuration, bool mutates) => new()
    {
        Name = Meta.String(webhook, "name"),
        Configuration = configuration,
        Mutates = mutates,
        Scope = MatchScope.Of(webhook, "rules"),
        Conditions = MatchConditions.Of(webhook["matchConditions"] as JsonArray),
        IgnoresFailure = Meta.String(webhook, "failurePolicy") == "Ignore",
        TakesDryRun = Meta.String(webhook, "sideEffects") is "None" or "NoneOnDryRun",
        Timeout = TimeSpan.FromSeconds(Meta.Whole(webhook["timeoutSeconds"]) ?? WebhookDefaults.TimeoutSeconds),
        IsReinvoked = Meta.String(webhook, "reinvocationPolicy") == "IfNeeded",
        ReviewVersion = Meta.Strings(webhook, "admissionReviewVersions").FirstOrDefault(v => KnownReviews.Contains(v)) ?? KnownReviews[0],
        Address = CalloutAddress.Of(webhook["clientConfig"] as JsonObject ?? []),
    };
}
