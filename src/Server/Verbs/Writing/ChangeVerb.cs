using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Apply;
using Slipway.Machinery.Json;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Verbs.Writing.Owning;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Verbs.Writing;

/// <summary>
/// What replacing and patching have in common: make the wanted object of the present one, check it, and write it under the
/// condition that nobody was faster; where somebody was, begin anew with what he left, unless the caller insists on the
/// version he read.
/// </summary>
/// <param name="api">The server's parts.</param>
internal sealed class ChangeVerb(ApiContext api)
{
    /// <summary>Changes an object.</summary>
    /// <param name="call">The object or its subresource.</param>
    /// <param name="edit">The change; called once for each attempt.</param>
    /// <param name="options">How to write.</param>
    /// <param name="readFindings">What was found when the body was read.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask<WriteAnswer> RunAsync(
        Call call, Edit edit, WriteOptions options, IReadOnlyList<string> readFindings, CancellationToken cancellation) =>
        RunAsync(call, edit, options, readFindings, ManagedOperation.Update, cancellation);

    /// <summary>Changes an object.</summary>
    /// <param name="call">The object or its subresource.</param>
    /// <param name="edit">The change; called once for each attempt. An apply says who owns which field.</param>
    /// <param name="options">How to write.</param>
    /// <param name="readFindings">What was found when the body was read.</param>
    /// <param name="operation">What the change counts as.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(
        Call call, Edit edit, WriteOptions options, IReadOnlyList<string> readFindings, ManagedOperation operation, CancellationToken cancellation)
    {
        await api.Cache.FreshAsync(cancellation);
        var current = call.Find(api.Cache);
        while (true)
        {
            var findings = new Findings(readFindings);
            var plan = await PlanAsync(new Attempt(call, current, operation, options), edit, findings, cancellation);
            IReadOnlyList<string> warnings = [.. call.VersionWarnings, .. findings.Warnings];
            if (plan.Stored is null)
            {
                return new WriteAnswer(Face.Show(call, current), 200, warnings);
            }

            if (options.DryRun)
            {
                return new WriteAnswer(Face.Show(call, plan, current.Revision), 200, warnings);
            }

            var key = call.Definition.Prefix + call.Key;
            var request = plan.Ends ? WriteRequest.Delete(key, current.Revision) : WriteRequest.Update(key, plan.Stored, current.Revision);
            var outcome = await Commit.RunAsync(api, call.Definition, request, cancellation);
            switch (outcome.Result)
            {
                case WriteResult.Committed:
                    return new WriteAnswer(Face.Show(call, plan, outcome.Revision), 200, warnings) { Annotations = findings.Annotations };
                case WriteResult.Changed when outcome.Current is { } changed:
                    current = new CachedObject(call.Key, changed.Value, changed.ModRevision);
                    break;
                default:
                    throw call.NotFound();
            }
        }
    }

    private async ValueTask<ChangePlan> PlanAsync(Attempt attempt, Edit edit, Findings findings, CancellationToken cancellation)
    {
        var (call, current, _, options) = attempt;
        var old = Conversion.Convert(current.Tree(), call.Definition, call.Definition.Storage);
        var value = call.Subresource == "scale" && attempt.Operation == ManagedOperation.Update
            ? ScaleEdit.Apply(call, current, edit)
            : Wanted(attempt, edit, findings, out attempt.WantedOwners);
        value = Merge.Parts(call, old, value);
        api.Signers.Check(call.Caller, call.Definition, call.Subresource, value, old);
        var request = new AdmissionRequest(AdmissionOperation.Update, value, old)
        {
            Subresource = call.Subresource,
            DryRun = options.DryRun,
            User = call.Caller.Name,
        };
        if (api.Gate.Stands(call.Definition))
        {
            var passage = Settling.Change(call, Passages.Of(call, request, options), request, current);
            value = await api.Gate.PassAsync(passage, findings, cancellation);
        }
        else
        {
            api.Admission.Run(call.Definition, request, findings);
        }

        if (findings.Errors.Count > 0)
        {
            throw call.Invalid(call.Name, findings.Errors);
        }

        api.Escalation.Check(call.Caller, call.Definition, value, old);
        if (!Own(attempt, old, value))
        {
            return new ChangePlan(value, null, Ends: false);
        }

        Merge.CountGeneration(call, old, value);
        return new ChangePlan(value, ObjectBytes.Write(value), Merge.IsFinished(value));
    }

    /// <summary>Gives the object wanted its managed fields.</summary>
    /// <returns>Whether anything changes at all.</returns>
    private bool Own(Attempt attempt, JsonObject old, JsonObject value)
    {
        var (owners, wanted) = (Owners.Take(old), attempt.WantedOwners);
        Owners.Put(value, owners);
        var isSame = IsSame(old, value, ObjectBytes.Write(value), attempt.Current);
        Owners.Take(value);
        if (attempt.Operation == ManagedOperation.Update)
        {
            if (isSame && (wanted is null || JsonEquality.AreEqual(wanted, owners)))
            {
                return false;
            }

            var before = isSame ? owners?.DeepClone() as JsonArray : owners;
            wanted = FieldTracker.Changed(attempt.Call, (old, value), (before, wanted), attempt.Options, api.Clock.GetUtcNow());
        }

        Owners.Put(value, wanted);
        return !isSame || !JsonEquality.AreEqual(wanted, owners);
    }

    private static JsonObject Wanted(Attempt attempt, Edit edit, Findings findings, out JsonArray? owners)
    {
        var (call, current, _, options) = attempt;
        var value = edit(Conversion.Convert(current.Tree(), call.Definition, call.Version));
        owners = Owners.Take(value);
        Intake.Clean(call, value, findings);
        Preconditions.Check(call, value, current);
        Intake.Enforce(call, findings, options);
        return Intake.ToStorage(call, value, findings);
    }

    /// <summary>One try at a change.</summary>
    private sealed record Attempt(Call Call, CachedObject Current, ManagedOperation Operation, WriteOptions Options)
    {
        public JsonArray? WantedOwners;
    }

    private static bool IsSame(JsonObject old, JsonObject value, byte[] stored, CachedObject current)
    {
        if (!ObjectBytes.SameLength(stored, current.Bytes.Span, current.Revision))
        {
            return false;
        }

        return ObjectBytes.SameBytes(stored, current.Bytes.Span, current.Head.MetadataAt, current.Revision)
            || Merge.SameButRevision(old, value);
    }
}
