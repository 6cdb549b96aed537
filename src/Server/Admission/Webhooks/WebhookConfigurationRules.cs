using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>The defaults and rules of webhook configurations.</summary>
/// <param name="kind"><see cref="WebhookKinds.Mutating"/> or <see cref="WebhookKinds.Validating"/>.</param>
internal sealed class WebhookConfigurationRules(string kind) : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new(WebhookKinds.Group, kind);

    /// <summary>Those of both kinds.</summary>
    public static IEnumerable<IKindAdmission> All => [new WebhookConfigurationRules(WebhookKinds.Mutating), new WebhookConfigurationRules(WebhookKinds.Validating)];

    /// <inheritdoc/>
    public void Default(AdmissionRequest request) => WebhookDefaults.Fill(request.Object, Kind.Kind == WebhookKinds.Mutating);

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        if (request.Object["webhooks"] is not { } node)
        {
            return errors;
        }

        if (node is not JsonArray webhooks)
        {
            return [Invalid.Type("webhooks", node, "array")];
        }

        var names = new HashSet<string>();
        for (var i = 0; i < webhooks.Count; i++)
        {
            var path = $"webhooks[{i}]";
            if (webhooks[i] is not JsonObject webhook)
            {
                errors.Add(Invalid.Type(path, webhooks[i], "object"));
                continue;
            }

            new WebhookChecks(webhook, path, errors).Run(Kind.Kind == WebhookKinds.Mutating);
            if (!names.Add(Meta.String(webhook, "name")))
            {
                errors.Add(Invalid.Duplicate($"{path}.name", Meta.String(webhook, "name")));
            }
        }

        return errors;
    }
}
