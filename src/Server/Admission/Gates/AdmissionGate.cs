using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Patches;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission.Policies;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Failures;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Gates;

/// <summary>
/// What a write passes where webhooks or policies are configured: the defaults of the schema and the kind, the webhooks that may change
/// the object one after the other, the schema and all rules, the policies, and the webhooks that may refuse it at once.
/// </summary>
/// <param name="chain">The defaults and rules of the server itself.</param>
/// <param name="webhooks">The webhooks.</param>
/// <param name="caller">Asks them.</param>
/// <param name="policies">The policies.</param>
/// <param name="cache">Where namespaces are looked up.</param>
internal sealed class AdmissionGate(AdmissionChain chain, WebhookSet webhooks, WebhookCaller caller, PolicyJudge policies, WatchCache cache)
{
    /// <summary>Whether writes of a kind must pass here; else <see cref="AdmissionChain"/> alone says all there is to say.</summary>
    /// <param name="definition">The kind.</param>
    public bool Stands(ResourceDefinition definition) => !(webhooks.IsEmpty && policies.IsEmpty) && !WebhookKinds.AreExempt(definition.Kind);

    /// <summary>Completes and checks an object.</summary>
    /// <param name="passage">The write.</param>
    /// <param name="findings">Where faults go; the object may be stored when there are none.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as it is to be stored.</returns>
    /// <exception cref="ApiException">A webhook refuses the write, or cannot be asked.</exception>
    public async ValueTask<JsonObject> PassAsync(Passage passage, Findings findings, CancellationToken cancellation)
    {
        var definition = passage.Subject.Definition;
        var fault = chain.Complete(definition, passage.Request);
        if (fault is null)
        {
            passage = await MutateAsync(passage, findings, cancellation);
        }

        chain.Check(definition, passage.Request, fault, findings);
        if (findings.Errors.Count == 0)
        {
            await ValidateAsync(passage.Subject, findings, cancellation);
        }

        return passage.Request.Object;
    }

    /// <summary>Asks about an operation that stores no object: a deletion, or a connection.</summary>
    /// <param name="subject">The operation.</param>
    /// <param name="findings">Where warnings go.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ApiException">A webhook refuses the operation, or cannot be asked.</exception>
    public async ValueTask PassAsync(WebhookSubject subject, Findings findings, CancellationToken cancellation)
    {
        foreach (var webhook in webhooks.Mutating)
        {
            if (WebhookMatch.Find(webhook.Scope, subject, cache) is { } version
                && await AskAsync(webhook, version, subject, findings, cancellation) is { Answer.Patch.Count: > 0 })
            {
                throw Refuse.Internal($"admission webhook \"{webhook.Name}\" attempted to modify the object, which is not supported for this operation");
            }
        }

        await ValidateAsync(subject, findings, cancellation);
    }

    private async ValueTask<Passage> MutateAsync(Passage passage, Findings findings, CancellationToken cancellation)
    {
        // Those that are to be asked again because a later one changed the object.
        var (asked, again) = (new List<Webhook>(), new HashSet<Webhook>(ReferenceEqualityComparer.Instance));
        IReadOnlyList<Webhook> all = [.. webhooks.Mutating];
        for (var round = 0; round < 2; round++)
        {
            foreach (var webhook in round == 0 ? all : [.. all.Where(again.Contains)])
            {
                if (WebhookMatch.Find(webhook.Scope, passage.Subject, cache) is not { } version)
                {
                    continue;
                }

                var asking = await AskAsync(webhook, version, passage.Subject, findings, cancellation);
                if (asking is { Answer.Patch: { Count: > 0 } patch } && Patched(webhook, asking.Value.Request.Value, patch) is { } patched)
                {
                    passage = passage.With(patched, version);
                    _ = chain.Complete(passage.Subject.Definition, passage.Request) is { } fault
                        ? throw Refuse.Internal($"admission webhook \"{webhook.Name}\" left an object that cannot be completed: {fault.Message}")
                        : 0;
                    again.UnionWith(asked);
                    asked.Clear();
                }

                if (webhook.IsReinvoked && round == 0)
                {
                    asked.Add(webhook);
                }
            }
        }

        return passage;
    }

    private static JsonObject? Patched(Webhook webhook, JsonObject? value, JsonArray patch)
    {
        if (value is null)
        {
            throw Refuse.Internal($"admission webhook \"{webhook.Name}\" attempted to modify the object, which is not supported for this operation");
        }

        try
        {
            var patched = JsonPatch.Apply(value.DeepClone(), patch) as JsonObject
                ?? throw Refuse.Internal($"admission webhook \"{webhook.Name}\" left something that is no object");
            return JsonEquality.AreEqual(value, patched) ? null : patched;
        }
        catch (PatchException e)
        {
            throw Refuse.Internal(e.Message);
        }
    }

    private async ValueTask ValidateAsync(WebhookSubject subject, Findings findings, CancellationToken cancellation)
    {
        policies.Judge(subject, findings);
        var matches = webhooks.Validating
            .Select(w => (Webhook: w, Version: WebhookMatch.Find(w.Scope, subject, cache)))
            .Where(m => m.Version is not null)
            .ToList();
        if (matches.Count == 0)
        {
            return;
        }

        var asked = matches.Select(m => caller.AskAsync(m.Webhook, m.Version!, subject, cancellation).AsTask()).ToList();
        try
        {
            await Task.WhenAll(asked);
        }
        catch (ApiException)
        {
            // The first in the order of the configurations is the one to tell; it is thrown again below.
        }

        for (var i = 0; i < asked.Count; i++)
        {
            if (await asked[i] is var (_, answer))
            {
                Note(matches[i].Webhook, answer, findings);
            }
        }
    }

    private async ValueTask<(ReviewRequest Request, ReviewAnswer Answer)?> AskAsync(
        Webhook webhook, ResourceVersion version, WebhookSubject subject, Findings findings, CancellationToken cancellation)
    {
        var asked = await caller.AskAsync(webhook, version, subject, cancellation);
        if (asked is var (_, answer))
        {
            Note(webhook, answer, findings);
        }

        return asked;
    }

    private static void Note(Webhook webhook, ReviewAnswer answer, Findings findings)
    {
        foreach (var warning in WarningLimit.Cut(answer.Warnings))
        {
            findings.Warn(warning);
        }

        foreach (var (key, value) in answer.Annotations)
        {
            findings.Annotate($"{webhook.Name}/{key}", value);
        }
    }
}
