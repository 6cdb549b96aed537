using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>The rules for how a CustomResourceDefinition has its objects converted.</summary>
internal static class DefinitionConversion
{
    private const string Path = "spec.conversion";
    private static readonly string[] Reviews = ["v1", "v1beta1"];

    /// <summary>Checks the conversion.</summary>
    /// <param name="spec">The definition's spec.</param>
    /// <param name="registry">The kinds served, and those that are converted in this process.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonObject spec, ResourceRegistry registry, List<FieldError> errors)
    {
        var conversion = spec["conversion"] as JsonObject;
        var webhook = conversion?["webhook"] as JsonObject;
        switch (Meta.String(conversion, "strategy"))
        {
            case "None":
                if (webhook?["clientConfig"] is not null)
                {
                    errors.Add(Invalid.Forbidden($"{Path}.webhookClientConfig", "should not be set when strategy is not set to Webhook"));
                }

                break;
            case "Webhook" when registry.Converter(new GroupKind(Meta.String(spec, "group"), Meta.String(spec["names"] as JsonObject, "kind"))) is not null:
                // Objects of this kind are converted in this process; the webhook is not asked.
                break;
            case "Webhook":
                Webhook(webhook, errors);
                break;
            case "":
                errors.Add(Invalid.Required($"{Path}.strategy"));
                break;
            case var other:
                errors.Add(Invalid.Choice($"{Path}.strategy", other, "None", "Webhook"));
                break;
        }
    }

    private static void Webhook(JsonObject? webhook, List<FieldError> errors)
    {
        if (webhook?["clientConfig"] is JsonObject config)
        {
            ClientConfigChecks.Run(config, $"{Path}.webhookClientConfig", errors);
        }
        else
        {
            errors.Add(Invalid.Required($"{Path}.webhookClientConfig", "required when strategy is set to Webhook"));
        }

        var spoken = Meta.Strings(webhook, "conversionReviewVersions");
        if (spoken.Count == 0)
        {
            errors.Add(Invalid.Required($"{Path}.conversionReviewVersions"));
        }
        else if (!spoken.Any(Reviews.Contains))
        {
            errors.Add(Invalid.Value(
                $"{Path}.conversionReviewVersions",
                new JsonArray([.. spoken.Select(v => (JsonNode)JsonValue.Create(v))]),
                $"must include at least one of {string.Join(", ", Reviews)}"));
        }

        foreach (var (version, i) in spoken.Select((v, i) => (v, i)))
        {
            if (Names.Fault(version, NameRule.LetterLabel) is { } fault)
            {
                errors.Add(Invalid.Value($"{Path}.conversionReviewVersions[{i}]", version, fault));
            }
            else if (spoken.Take(i).Contains(version))
            {
                errors.Add(Invalid.Value($"{Path}.conversionReviewVersions[{i}]", version, "duplicate version"));
            }
        }
    }
}
