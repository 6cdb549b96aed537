using System.Text.Json.Nodes;
using Slipway.Machinery.Apply;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Verbs.Writing.Owning;

namespace Slipway.Server.Verbs.Writing;

/// <summary>
/// PATCH by server-side apply: the caller states all that it wants of an object; the server merges that into what there
/// is, keeps book of who owns which field, and refuses to take fields from others unless it is told to.
/// </summary>
/// <param name="api">The server's parts.</param>
/// <param name="change">How objects change.</param>
/// <param name="create">For objects that do not exist yet.</param>
internal sealed class ApplyVerb(ApiContext api, ChangeVerb change, CreateVerb create)
{
    private const int MostAttempts = 5;

    /// <summary>Applies to an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="body">What is wanted, as YAML or JSON.</param>
    /// <param name="options">How to write; a field manager is required.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        Intake.Check(options);
        if (options.FieldManager.Length == 0)
        {
            throw Refuse.Invalid(
                new GroupKind("meta.k8s.io", "PatchOptions"), "", [Invalid.Required("fieldManager", "is required for apply patch")]);
        }

        var findings = new Findings();
        var config = AppliedBody.Read(body, findings);
        AppliedBody.Check(config, call);
        config = AppliedBody.Of(config, call);
        for (var attempt = 1; ; attempt++)
        {
            await api.Cache.FreshAsync(cancellation);
            if (call.Subresource.Length > 0 || api.Cache.Kind(call.Definition).Find(call.Key) is not null)
            {
                return await change.RunAsync(
                    call, current => Applied(call, current, config, options), options, findings.Strict, ManagedOperation.Apply, cancellation);
            }

            try
            {
                return await CreateAsync(call, config, options, new Findings(findings.Strict), cancellation);
            }
            catch (ApiException e) when (e.IsAlreadyExists && attempt < MostAttempts && !options.DryRun)
            {
                // Somebody else was faster; now there is something to apply to.
            }
        }
    }

    private async ValueTask<WriteAnswer> CreateAsync(
        Call call, JsonObject config, WriteOptions options, Findings findings, CancellationToken cancellation)
    {
        if (Meta.Text(config, "uid") is { Length: > 0 } uid)
        {
            throw call.Conflict($"uid mismatch: the provided object specified uid {uid}, and no existing object was found");
        }

        api.Escalation.CheckCreate(call.Caller, call.Definition, call.Name, call.Namespace);
        var value = Applied(call, [], config, options);
        var owners = Owners.Take(value);
        if (Meta.Text(value, "name").Length == 0)
        {
            throw Refuse.BadRequest($"the name of the object ({call.Name} based on URL) was undeterminable: name must be provided");
        }

        Intake.Clean(call, value, findings);
        Preconditions.CheckAddress(call, value);
        Intake.Enforce(call, findings, options);
        return await create.StoreAsync(call, value, findings, options, owners, cancellation);
    }

    /// <summary>The object wanted, in the version of the call, with its new managed fields.</summary>
    private JsonObject Applied(Call call, JsonObject current, JsonObject config, WriteOptions options)
    {
        var versions = new KindVersions(call.Definition);
        var apiVersion = call.Definition.Type(call.Version).ApiVersion;
        var managed = ManagedFields.Read(Owners.Take(current));
        var author = new FieldAuthor(options.FieldManager, ManagedOperation.Apply, call.Subresource);
        var request = new ApplyRequest(config, apiVersion, author, Meta.Time(api.Clock.GetUtcNow())) { Force = options.Force };
        try
        {
            var ownership = new Ownership(versions);
            var applied = author.Manager == LastApplied.Manager
                ? LastApplied.Apply(ownership, current, managed, request, versions.TypeOf(apiVersion)!)
                : ownership.Apply(current, managed, request);
            if (call.Definition.BuiltIn)
            {
                // Built-in kinds know no null: a member that is null is not there.
                DropNulls(applied.Value);
            }

            Owners.Put(applied.Value, ManagedFields.Write(applied.Managed));
            return applied.Value;
        }
        catch (ApplyConflictException e)
        {
            throw Refuse.ApplyConflict(e);
        }
        catch (FormatException e)
        {
            throw Refuse.NotApplicable($"{call.Namespace}/{call.Name}; {AppliedBody.KindText(apiVersion, call.Definition.Kind.Kind)}", e.Message);
        }
    }

    private static void DropNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                for (var i = map.Count - 1; i >= 0; i--)
                {
                    if (map.GetAt(i).Value is { } member)
                    {
                        DropNulls(member);
                    }
                    else
                    {
                        map.RemoveAt(i);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    DropNulls(item);
                }

                break;
        }
    }
}
