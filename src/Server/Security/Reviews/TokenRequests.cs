using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Security.Tokens;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Reviews;

/// <summary>Answers requests for tokens of service accounts.</summary>
/// <param name="tokens">The issuer.</param>
/// <param name="cache">The server's objects.</param>
/// <param name="longest">The longest lifetime; who asks for more gets this.</param>
internal sealed class TokenRequests(AccountTokens tokens, WatchCache cache, TimeSpan longest)
{
    private const long Shortest = 10 * 60;
    private const long Usual = 60 * 60;

    private static readonly GroupKind Kind = new(ReviewGroups.Authentication, "TokenRequest");

    /// <summary>Makes a token.</summary>
    /// <param name="call">The account's subresource <c>token</c>.</param>
    /// <param name="request">A TokenRequest; what it leaves open is filled in.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The request's status.</returns>
    /// <exception cref="ApiException">404: no such account or object to bind to; 409: its uid is another; 422: too short a life.</exception>
    public async ValueTask<JsonObject> AnswerAsync(Call call, JsonObject request, CancellationToken cancellation)
    {
        await cache.FreshAsync(cancellation);
        var account = call.Find(cache);
        if (request["spec"] is not JsonObject spec)
        {
            request["spec"] = spec = [];
        }

        var audiences = Meta.Strings(spec, "audiences");
        audiences = audiences.Count > 0 ? audiences : [tokens.Issuer];
        var seconds = Seconds(call, spec);
        var bound = Bound(call, spec["boundObjectRef"] as JsonObject);
        var terms = new TokenTerms(call.Namespace, call.Name, account.Head.Uid, audiences, TimeSpan.FromSeconds(seconds), bound);
        var token = tokens.Issue(terms, out var expires);
        Meta.SetStrings(spec, "audiences", audiences);
        spec["expirationSeconds"] = seconds;
        var metadata = Meta.Of(request);
        metadata["name"] = call.Name;
        metadata["namespace"] = call.Namespace;
        return new JsonObject { ["token"] = token, ["expirationTimestamp"] = Meta.Time(expires) };
    }

    private long Seconds(Call call, JsonObject spec)
    {
        if (spec["expirationSeconds"] is not { } wanted)
        {
            return Math.Min(Usual, (long)longest.TotalSeconds);
        }

        return Meta.Whole(wanted) switch
        {
            null => throw Fault(call, Invalid.Type("spec.expirationSeconds", wanted, "integer")),
            < Shortest => throw Fault(call, Invalid.Value("spec.expirationSeconds", wanted, "may not specify a duration less than 10 minutes")),
            > 1L << 32 => throw Fault(call, Invalid.Value("spec.expirationSeconds", wanted, "may not specify a duration larger than 2^32 seconds")),
            { } seconds => Math.Min(seconds, (long)longest.TotalSeconds),
        };
    }

    private List<BoundObject> Bound(Call call, JsonObject? reference)
    {
        if (reference is null)
        {
            return [];
        }

        var kind = Meta.String(reference, "kind").ToLowerInvariant();
        var name = Meta.String(reference, "name");
        if (BoundObject.Prefix(kind) is not { } prefix || Meta.String(reference, "apiVersion") is not ("" or "v1"))
        {
            throw Refuse.BadRequest($"cannot bind token to object of type {Meta.String(reference, "apiVersion")}, Kind={Meta.String(reference, "kind")}");
        }

        var found = cache.Kind(prefix).Find(kind == "node" ? name : $"{call.Namespace}/{name}") ?? throw Refuse.NotFound("", kind + "s", name);
        var uid = Meta.String(reference, "uid");
        if (uid.Length > 0 && uid != found.Head.Uid)
        {
            throw Refuse.Conflict("", kind + "s", name, $"the UID in the bound object reference ({uid}) does not match the UID in record. The object might have been deleted and then recreated");
        }

        List<BoundObject> bound = [new(kind, name, found.Head.Uid)];
        if (kind == "pod")
        {
            CheckPod(call, found, bound);
        }

        return bound;
    }

    /// <summary>A pod's token is for the pod's own account, and tells of its node.</summary>
    private void CheckPod(Call call, CachedObject pod, List<BoundObject> bound)
    {
        var spec = pod.Tree()["spec"] as JsonObject;
        var account = Meta.String(spec, "serviceAccountName");
        if (account != call.Name)
        {
            throw Refuse.BadRequest($"cannot bind token for serviceaccount \"{call.Name}\" to pod running with different serviceaccount name.");
        }

        var node = Meta.String(spec, "nodeName");
        if (node.Length > 0 && cache.Kind("/registry/nodes/").Find(node) is { } found)
        {
            bound.Add(new BoundObject("node", node, found.Head.Uid));
        }
    }

    private static ApiException Fault(Call call, FieldError error) => Refuse.Invalid(Kind, call.Name, [error]);
}
