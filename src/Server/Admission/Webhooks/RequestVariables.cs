using System.Text.Json.Nodes;
using Slipway.Machinery.Cel.Libraries;
using Slipway.Machinery.Cel.Values;
using Slipway.Server.Security;
using Slipway.Server.Security.Rbac;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What expressions see of a request, in the order of the environment of match conditions.</summary>
/// <param name="decide">Whether somebody may do something.</param>
internal sealed class RequestVariables(Func<Caller, AccessRequest, Decision> decide)
{
    /// <summary>The values of <c>object</c>, <c>oldObject</c>, <c>request</c>, <c>authorizer</c> and <c>authorizer.requestResource</c>, in this order.</summary>
    /// <param name="subject">The write.</param>
    /// <param name="request">The question that a webhook would be asked.</param>
    public CelValue[] Of(WebhookSubject subject, ReviewRequest request)
    {
        CelDecision Ask(CelAccess access) => Decide(subject.Caller, access);
        var resource = new CelAccess
        {
            Group = subject.Definition.Kind.Group,
            Resource = subject.Definition.Plural,
            Subresource = subject.Subresource,
            Namespace = subject.Namespace,
            Name = subject.Name,
        };
        return
        [
            ReviewValues.Of(request.Value),
            ReviewValues.Of(request.Old),
            ReviewValues.Of(Complete(request.Words)),
            CelAuthorization.Authorizer(Ask),
            CelAuthorization.RequestResource(Ask, resource),
        ];
    }

    /// <summary>What is not written over the wire is empty for expressions, not absent.</summary>
    private static JsonObject Complete(JsonObject words)
    {
        var complete = (JsonObject)words.DeepClone();
        foreach (var name in (ReadOnlySpan<string>)["subResource", "requestSubResource", "name", "namespace"])
        {
            complete[name] ??= "";
        }

        var user = complete["userInfo"]!;
        user["uid"] ??= "";
        user["extra"] ??= new JsonObject();
        return complete;
    }

    private CelDecision Decide(Caller caller, CelAccess access)
    {
        var decision = decide(access.ServiceAccount.Length > 0 ? Account(access.ServiceAccount) : caller, new AccessRequest
        {
            Verb = access.Verb,
            IsResource = access.Path.Length == 0,
            Path = access.Path,
            Group = access.Group,
            Resource = access.Resource,
            Subresource = access.Subresource,
            Namespace = access.Namespace,
            Name = access.Name,
        });
        return new CelDecision(decision.Allowed, decision.Reason);
    }

    private static Caller Account(string name)
    {
        var @namespace = name.Split(':')[2];
        return new Caller(name, ["system:serviceaccounts", $"system:serviceaccounts:{@namespace}", Caller.Authenticated]);
    }
}
