using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Verbs.Writing;

/// <summary>DELETE: the end of an object, or, while finalizers hold it, the mark that it is to end.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class DeleteVerb(ApiContext api)
{
    private static readonly GroupKind NamespaceKind = new("", "Namespace");

    /// <summary>Deletes an object.</summary>
    /// <param name="call">The object.</param>
    /// <param name="options">How, and under which preconditions.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(Call call, DeleteOptions options, CancellationToken cancellation)
    {
        await api.Cache.FreshAsync(cancellation);
        var current = call.Find(api.Cache);
        while (true)
        {
            CheckPreconditions(call, options, current);
            Protect(call);
            var value = Conversion.Convert(current.Tree(), call.Definition, call.Definition.Storage);
            var findings = new Findings();
            Admit(call, value, options, findings);
            if (api.Gate.Stands(call.Definition))
            {
                await api.Gate.PassAsync(Passages.Of(call, ObjectBytes.Parse(current.Bytes), options), findings, cancellation);
            }

            if (!Mark(call, value, options))
            {
                return new WriteAnswer(current.In(call.Definition, call.Version), 200, Warnings(call, findings));
            }

            var ends = Merge.IsFinished(value);
            if (options.DryRun)
            {
                return Answer(call, current, ends ? null : value, current.Revision) with { Warnings = Warnings(call, findings) };
            }

            var key = call.Definition.Prefix + call.Key;
            var request = ends ? WriteRequest.Delete(key, current.Revision) : WriteRequest.Update(key, ObjectBytes.Write(value), current.Revision);
            var outcome = await Commit.RunAsync(api, call.Definition, request, cancellation);
            switch (outcome.Result)
            {
                case WriteResult.Committed:
                    return Answer(call, current, ends ? null : value, outcome.Revision) with
                    {
                        Warnings = Warnings(call, findings),
                        Annotations = findings.Annotations,
                    };
                case WriteResult.Changed when outcome.Current is { } changed:
                    current = new CachedObject(call.Key, changed.Value.Span, changed.ModRevision);
                    break;
                default:
                    throw call.NotFound();
            }
        }
    }

    private static void CheckPreconditions(Call call, DeleteOptions options, CachedObject current)
    {
        if (options.Uid is { Length: > 0 } uid && uid != current.Head.Uid)
        {
            throw call.Conflict($"Precondition failed: UID in precondition: {uid}, UID in object meta: {current.Head.Uid}");
        }

        if (options.ResourceVersion is { Length: > 0 } version && version != current.Revision.ToString(CultureInfo.InvariantCulture))
        {
            throw call.Conflict($"Precondition failed: ResourceVersion in precondition: {version}, ResourceVersion in object meta: {current.Revision}");
        }

        if (options.PropagationPolicy is not (null or "" or "Background" or "Foreground" or "Orphan") and var policy)
        {
            throw Refuse.Invalid(
                new GroupKind("meta.k8s.io", "DeleteOptions"), "", [Invalid.Choice("propagationPolicy", policy, "Foreground", "Background", "Orphan")]);
        }
    }

    private static void Protect(Call call)
    {
        if (call.Definition.Kind == NamespaceKind && NamespaceGate.Protected.Contains(call.Name))
        {
            throw Refuse.Forbidden("", "namespaces", call.Name, "this namespace may not be deleted");
        }
    }

    private static IReadOnlyList<string> Warnings(Call call, Findings findings) =>
        findings.Warnings.Count == 0 ? call.VersionWarnings : [.. call.VersionWarnings, .. findings.Warnings];

    private void Admit(Call call, JsonObject value, DeleteOptions options, Findings findings)
    {
        api.Admission.CheckDeletion(
            call.Definition, new AdmissionRequest(AdmissionOperation.Delete, value, value) { DryRun = options.DryRun, User = call.Caller.Name }, findings);
        if (findings.Errors.Count > 0)
        {
            throw call.Invalid(call.Name, findings.Errors);
        }
    }

    /// <summary>Marks an object as one that is to end.</summary>
    /// <returns>Whether that changed anything.</returns>
    private bool Mark(Call call, JsonObject value, DeleteOptions options)
    {
        var metadata = Meta.Of(value);
        var before = Meta.Strings(metadata, "finalizers");
        var finalizers = Propagation.Finalizers(before, options.PropagationPolicy);
        if (call.Definition.Kind == CustomResource.DefinitionKind && metadata["deletionTimestamp"] is null && !finalizers.Contains(CustomResource.Finalizer))
        {
            finalizers.Add(CustomResource.Finalizer);
        }

        var isChanged = !finalizers.SequenceEqual(before);
        Meta.SetStrings(metadata, "finalizers", finalizers);
        if (metadata["deletionTimestamp"] is not null)
        {
            return isChanged || Merge.IsFinished(value);
        }

        var now = api.Clock.GetUtcNow();
        metadata["deletionTimestamp"] = Meta.Time(now);
        metadata["deletionGracePeriodSeconds"] = 0L;
        if (call.Definition.Traits.CountsGeneration)
        {
            metadata["generation"] = Meta.Number(value, "generation") + 1;
        }

        Announce(call, value, now);
        return true;
    }

    private static void Announce(Call call, JsonObject value, DateTimeOffset now)
    {
        if (call.Definition.Kind != NamespaceKind && call.Definition.Kind != CustomResource.DefinitionKind)
        {
            return;
        }

        if (value["status"] is not JsonObject status)
        {
            value["status"] = status = [];
        }

        if (call.Definition.Kind == NamespaceKind)
        {
            status["phase"] = "Terminating";
        }
        else
        {
            Conditions.Set(status, ("Terminating", "True", "InstanceDeletionPending", "its objects are deleted before the definition goes"), now);
        }
    }

    private WriteAnswer Answer(Call call, CachedObject current, JsonObject? value, long revision)
    {
        if (value is not null)
        {
            return new WriteAnswer(Shown.Of(call, value, ObjectBytes.Write(value), revision), 200, call.VersionWarnings);
        }

        var status = new Status
        {
            Outcome = "Success",
            Details = new StatusDetails
            {
                Name = call.Name,
                Group = call.Group.Length > 0 ? call.Group : null,
                Kind = call.Definition.Plural,
                Uid = current.Head.Uid,
            },
        };
        return new WriteAnswer(JsonSerializer.SerializeToUtf8Bytes(status, StatusType), 200, call.VersionWarnings);
    }

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);
}
