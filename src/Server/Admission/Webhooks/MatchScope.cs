using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>Which writes a webhook or a policy wants to see.</summary>
/// <param name="Rules">What it names.</param>
/// <param name="TakesEquivalents">Whether it wants to see other versions of what its rules name, converted.</param>
/// <param name="Namespaces">The namespaces of the objects.</param>
/// <param name="Objects">The objects.</param>
internal sealed record MatchScope(IReadOnlyList<WebhookRule> Rules, bool TakesEquivalents, LabelQuery Namespaces, LabelQuery Objects)
{
    /// <summary>What it does not want to see though its rules name it.</summary>
    public IReadOnlyList<WebhookRule> Excluded { get; init; } = [];

    /// <summary>Reads a scope that was checked when it was stored.</summary>
    /// <param name="scope">What holds its members.</param>
    /// <param name="rules">The name of the member with the rules.</param>
    public static MatchScope Of(JsonObject scope, string rules) => new(
        RulesOf(scope, rules),
        Meta.String(scope, "matchPolicy") != "Exact",
        Selector(scope["namespaceSelector"]),
        Selector(scope["objectSelector"]))
    {
        Excluded = RulesOf(scope, "excludeResourceRules"),
    };

    private static IReadOnlyList<WebhookRule> RulesOf(JsonObject scope, string name) =>
        [.. (scope[name] as JsonArray ?? []).OfType<JsonObject>().Select(WebhookRule.Of)];

    private static LabelQuery Selector(JsonNode? selector) => selector is null
        ? LabelQuery.Everything
        : LabelQuery.From(selector.Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default)));
}
