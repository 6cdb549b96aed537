using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Verbs.Writing.Owning;
using Slipway.Store;

namespace Slipway.Server.Verbs.Writing;

/// <summary>POST: a new object.</summary>
/// <param name="api">The server's parts.</param>
internal sealed class CreateVerb(ApiContext api)
{
    private const int MostNames = 8;
    private const int LongestNameBase = 58;

    /// <summary>Creates an object.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="body">The object as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        Intake.Check(options);
        var findings = new Findings();
        var value = Intake.Read(body, findings);
        Intake.Clean(call, value, findings);
        Intake.Enforce(call, findings, options);
        await api.Cache.FreshAsync(cancellation);
        return await StoreAsync(call, value, findings, options, owners: null, cancellation);
    }

    /// <summary>Creates an object that was read and cleaned already.</summary>
    /// <param name="call">The collection, or the object's own path where a replacement creates it.</param>
    /// <param name="value">The object in the version of the call; it is consumed.</param>
    /// <param name="findings">What was found in it so far.</param>
    /// <param name="options">How to write.</param>
    /// <param name="owners">Its managed fields where they are known; else they are those of one who writes all of it.</param>
    /// <param name="cancellation">Ends the call.</param>
    internal async ValueTask<WriteAnswer> StoreAsync(
        Call call, JsonObject value, Findings findings, WriteOptions options, JsonArray? owners, CancellationToken cancellation)
    {
        if (call.Definition.IsEnding)
        {
            throw Refuse.Method(call.Group, call.Definition.Plural);
        }

        Address(call, value);
        NamespaceGate.Check(call, Meta.Text(value, "name"), api.Cache);
        var isGenerated = Name(value);
        value = Intake.ToStorage(call, Stamp(call, value), findings);
        SignerGate.Stamp(call.Caller, call.Definition, value);
        var request = Request(call, value, options);
        if (api.Gate.Stands(call.Definition))
        {
            var subject = Passages.Of(call with { Name = Meta.Text(value, "name") }, request, options);
            value = await api.Gate.PassAsync(Settling.New(call, subject, request), findings, cancellation);
        }
        else
        {
            api.Admission.Run(call.Definition, request, findings);
        }

        if (findings.Errors.Count > 0)
        {
            throw call.Invalid(Meta.Text(value, "name"), findings.Errors);
        }

        api.Escalation.Check(call.Caller, call.Definition, value, old: null);
        Owners.Put(value, owners ?? FieldTracker.Created(call, value, options, api.Clock.GetUtcNow()));
        for (var attempt = 1; ; attempt++)
        {
            call = call with { Name = Meta.Text(value, "name") };
            var stored = Written(value);
            if (options.DryRun)
            {
                return DryRun(call, value, stored, findings);
            }

            var outcome = await Commit.RunAsync(api, call.Definition, WriteRequest.Create(call.Definition.Prefix + call.Key, stored), cancellation);
            if (outcome.IsCommitted)
            {
                return new WriteAnswer(Shown.Of(call, value, stored, outcome.Revision), 201, [.. call.VersionWarnings, .. findings.Warnings])
                {
                    Annotations = findings.Annotations,
                };
            }

            if (!isGenerated)
            {
                throw Refuse.AlreadyExists(call.Group, call.Definition.Plural, call.Name);
            }

            if (attempt == MostNames)
            {
                throw Refuse.NoFreeName(call.Group, call.Definition.Plural, call.Name);
            }

            NameAnew(value);
        }
    }

    /// <summary>The stored form; an object that is too large with its managed fields only is stored without them.</summary>
    private static byte[] Written(JsonObject value)
    {
        var stored = ObjectBytes.Write(value);
        return stored.Length > ApiContext.LargestObject && Owners.Take(value) is not null ? ObjectBytes.Write(value) : stored;
    }

    private static AdmissionRequest Request(Call call, JsonObject value, WriteOptions options) =>
        new(AdmissionOperation.Create, value, OldObject: null) { DryRun = options.DryRun, User = call.Caller.Name };

    private WriteAnswer DryRun(Call call, JsonObject value, byte[] stored, Findings findings) =>
        api.Cache.Kind(call.Definition).Find(call.Key) is null
            ? new WriteAnswer(Shown.Of(call, value, stored, revision: 0), 201, [.. call.VersionWarnings, .. findings.Warnings])
            : throw Refuse.AlreadyExists(call.Group, call.Definition.Plural, call.Name);

    private static void Address(Call call, JsonObject value)
    {
        var metadata = Meta.Of(value);
        var @namespace = Meta.String(metadata, "namespace");
        if (@namespace.Length > 0 && @namespace != call.Namespace)
        {
            throw Refuse.BadRequest(call.Definition.Namespaced
                ? $"the namespace of the provided object ({@namespace}) does not match the namespace sent on the request ({call.Namespace})"
                : $"{call.Definition.Kind.Kind} is cluster-scoped: the object must not name a namespace ({@namespace})");
        }

        if (call.Definition.Namespaced)
        {
            if (call.Namespace.Length == 0)
            {
                throw Refuse.BadRequest($"an empty namespace may not be set during creation: {call.Definition.Kind.Kind} is namespaced");
            }

            metadata["namespace"] = call.Namespace;
        }

        if (Meta.String(metadata, "resourceVersion").Length > 0)
        {
            throw Refuse.BadRequest("resourceVersion should not be set on objects to be created");
        }
    }

    private bool Name(JsonObject value)
    {
        var metadata = Meta.Of(value);
        if (Meta.String(metadata, "name").Length > 0 || Meta.String(metadata, "generateName").Length == 0)
        {
            return false;
        }

        NameAnew(value);
        return true;
    }

    private void NameAnew(JsonObject value)
    {
        var metadata = Meta.Of(value);
        var prefix = Meta.String(metadata, "generateName");
        metadata["name"] = string.Concat(prefix.AsSpan(0, Math.Min(prefix.Length, LongestNameBase)), api.Random.NextSuffix());
    }

    private JsonObject Stamp(Call call, JsonObject value)
    {
        var metadata = Meta.Of(value);
        foreach (var name in (ReadOnlySpan<string>)["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "generation", "managedFields"])
        {
            metadata.Remove(name);
        }

        metadata["uid"] = api.Random.NextUid();
        metadata["creationTimestamp"] = Meta.Time(api.Clock.GetUtcNow());
        if (call.Definition.Traits.CountsGeneration)
        {
            metadata["generation"] = 1L;
        }

        if (call.Version.HasStatus)
        {
            value.Remove("status");
        }

        return value;
    }
}
