using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>Which webhooks want to see a write, and in which version.</summary>
internal static class WebhookMatch
{
    private static readonly GroupKind NamespaceKind = new("", "Namespace");

    /// <summary>The version in which a webhook wants to see a write; null where it does not want to see it.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="subject">The write.</param>
    /// <param name="cache">Where namespaces are looked up.</param>
    public static ResourceVersion? Find(Webhook webhook, WebhookSubject subject, WatchCache cache) =>
        VersionFor(webhook, subject) is { } version && InNamespace(webhook, subject, cache) && HasLabels(webhook, subject) ? version : null;

    private static ResourceVersion? VersionFor(Webhook webhook, WebhookSubject subject)
    {
        if (webhook.Rules.Any(r => r.Covers(subject, subject.Version.Name)))
        {
            return subject.Version;
        }

        return webhook.TakesEquivalents
            ? subject.Definition.Versions.FirstOrDefault(v => v.Served && v != subject.Version && webhook.Rules.Any(r => r.Covers(subject, v.Name)))
            : null;
    }

    private static bool InNamespace(Webhook webhook, WebhookSubject subject, WatchCache cache)
    {
        if (webhook.Namespaces.IsEverything)
        {
            return true;
        }

        if (subject.Definition.Kind == NamespaceKind)
        {
            // What a new or changed namespace will be like counts; of one that goes, what it is like.
            return webhook.Namespaces.Matches(Labels(subject.Operation == AdmissionOperation.Delete ? subject.OldObject : subject.Object));
        }

        if (!subject.IsNamespaced)
        {
            return true;
        }

        return webhook.Namespaces.Matches(
            cache.Kind("/registry/namespaces/").Find(subject.Namespace)?.Head.Labels ?? new Dictionary<string, string>(0));
    }

    private static bool HasLabels(Webhook webhook, WebhookSubject subject) =>
        webhook.Objects.IsEverything
        || (subject.Object is { } value && webhook.Objects.Matches(Labels(value)))
        || (subject.OldObject is { } old && webhook.Objects.Matches(Labels(old)));

    private static Dictionary<string, string> Labels(JsonObject? value)
    {
        var labels = value?["metadata"]?["labels"] as JsonObject;
        return labels.Members().Where(l => Meta.IsText(l.Value)).ToDictionary(l => l.Key, l => l.Value!.GetValue<string>());
    }
}
