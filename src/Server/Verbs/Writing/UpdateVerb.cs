using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Verbs.Admitting;

namespace Slipway.Server.Verbs.Writing;

/// <summary>PUT: an object as a whole in place of the present one.</summary>
/// <param name="api">The server's parts.</param>
/// <param name="change">How objects change.</param>
/// <param name="create">For kinds that a replacement may create.</param>
internal sealed class UpdateVerb(ApiContext api, ChangeVerb change, CreateVerb create)
{
    /// <summary>Replaces an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="body">The whole object as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        Intake.Check(options);
        var findings = new Findings();
        var value = Intake.Read(body, findings);
        if (call.Definition.Traits.CreateOnUpdate && call.Subresource.Length == 0)
        {
            await api.Cache.FreshAsync(cancellation);
            if (api.Cache.Kind(call.Definition).Find(call.Key) is null)
            {
                api.Escalation.CheckCreate(call.Caller, call.Definition, call.Name, call.Namespace);
                Intake.Clean(call, value, findings);
                Preconditions.CheckAddress(call, value);
                Intake.Enforce(call, findings, options);
                return await create.StoreAsync(call, value, findings, options, owners: null, cancellation);
            }
        }

        // The body is consumed by each attempt; the first takes it as it is.
        var isFresh = true;
        JsonObject Replace(JsonObject current)
        {
            if (isFresh)
            {
                isFresh = false;
                return value;
            }

            return Intake.Read(body, new Findings());
        }

        return await change.RunAsync(call, Replace, options, findings.Strict, cancellation);
    }
}
