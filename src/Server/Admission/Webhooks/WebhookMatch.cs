using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>Which webhooks and policies want to see a write, and in which version.</summary>
internal static class WebhookMatch
{
    private static readonly GroupKind NamespaceKind = new("", "Namespace");

    /// <summary>The version in which a webhook wants to see a write; null where it does not want to see it.</summary>
    /// <param name="scope">What the webhook wants to see.</param>
    /// <param name="subject">The write.</param>
    /// <param name="cache">Where namespaces are looked up.</param>
    public static ResourceVersion? Find(MatchScope scope, WebhookSubject subject, WatchCache cache) =>
        VersionFor(scope, subject) is { } version && !scope.Excluded.Any(r => r.Covers(subject, version.Name)) && InNamespace(scope, subject, cache) && HasLabels(scope, subject) ? version : null;

    private static ResourceVersion? VersionFor(MatchScope scope, WebhookSubject subject)
    {
        if (scope.Rules.Any(r => r.Covers(subject, subject.Version.Name)))
        {
            return subject.Version;
        }

        return scope.TakesEquivalents
            ? subject.Definition.Versions.FirstOrDefault(v => v.Served && v != subject.Version && scope.Rules.Any(r => r.Covers(subject, v.Name)))
            : null;
    }

    private static bool InNamespace(MatchScope scope, WebhookSubject subject, WatchCache cache)
    {
        if (scope.Namespaces.IsEverything)
        {
            return true;
        }

        if (subject.Definition.Kind == NamespaceKind)
        {
            // What a new or changed namespace will be like counts; of one that goes, what it is like.
            return scope.Namespaces.Matches(Labels(subject.Operation == AdmissionOperation.Delete ? subject.OldObject : subject.Object));
        }

        if (!subject.IsNamespaced)
        {
            return true;
        }

        return scope.Namespaces.Matches(
            cache.Kind("/registry/namespaces/").Find(subject.Namespace)?.Head.Labels ?? new Dictionary<string, string>(0));
    }

    private static bool HasLabels(MatchScope scope, WebhookSubject subject) =>
        scope.Objects.IsEverything
        || (subject.Object is { } value && scope.Objects.Matches(Labels(value)))
        || (subject.OldObject is { } old && scope.Objects.Matches(Labels(old)));

    private static Dictionary<string, string> Labels(JsonObject? value)
    {
        var labels = value?["metadata"]?["labels"] as JsonObject;
        return labels.Members().Where(l => Meta.IsText(l.Value)).ToDictionary(l => l.Key, l => l.Value!.GetValue<string>());
    }
}
