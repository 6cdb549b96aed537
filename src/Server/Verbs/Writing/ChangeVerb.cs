using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
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
    public async ValueTask<WriteAnswer> RunAsync(
        Call call, Edit edit, WriteOptions options, IReadOnlyList<string> readFindings, CancellationToken cancellation)
    {
        await api.Cache.FreshAsync(cancellation);
        var current = call.Find(api.Cache);
        while (true)
        {
            var findings = new Findings(readFindings);
            var plan = Plan(call, current, edit, options, findings);
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
                    return new WriteAnswer(Face.Show(call, plan, outcome.Revision), 200, warnings);
                case WriteResult.Changed when outcome.Current is { } changed:
                    current = new CachedObject(call.Key, changed.Value.Span, changed.ModRevision);
                    break;
                default:
                    throw call.NotFound();
            }
        }
    }

    private ChangePlan Plan(Call call, CachedObject current, Edit edit, WriteOptions options, Findings findings)
    {
        var old = Conversion.Convert(current.Tree(), call.Definition, call.Definition.Storage);
        var value = call.Subresource == "scale"
            ? ScaleEdit.Apply(call, current, edit)
            : Wanted(call, current, edit, options, findings);
        value = Merge.Parts(call, old, value);
        api.Signers.Check(call.Caller, call.Definition, call.Subresource, value, old);
        var request = new AdmissionRequest(AdmissionOperation.Update, value, old)
        {
            Subresource = call.Subresource,
            DryRun = options.DryRun,
            User = call.Caller.Name,
        };
        api.Admission.Run(call.Definition, request, findings);
        if (findings.Errors.Count > 0)
        {
            throw call.Invalid(call.Name, findings.Errors);
        }

        api.Escalation.Check(call.Caller, call.Definition, value, old);
        var stored = ObjectBytes.Write(value);
        if (IsSame(old, value, stored, current))
        {
            return new ChangePlan(value, null, Ends: false);
        }

        if (Merge.CountGeneration(call, old, value))
        {
            stored = ObjectBytes.Write(value);
        }

        return new ChangePlan(value, stored, Merge.IsFinished(value));
    }

    private static JsonObject Wanted(Call call, CachedObject current, Edit edit, WriteOptions options, Findings findings)
    {
        var value = edit(Conversion.Convert(current.Tree(), call.Definition, call.Version));
        Intake.Clean(call, value, findings);
        Preconditions.Check(call, value, current);
        Intake.Enforce(call, findings, options);
        return Intake.ToStorage(call, value, findings);
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
