using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Verbs;

namespace Slipway.Server.Security.Reviews;

/// <summary>Answers what somebody may do; each answer is the status of the review asked.</summary>
/// <param name="authorizer">Decides.</param>
internal sealed class AccessReviews(Authorizer authorizer)
{
    /// <summary>Whether the caller may do something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="review">A SelfSubjectAccessReview.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask<JsonObject> SelfAsync(Call call, JsonObject review, CancellationToken cancellation) =>
        DecideAsync(call.Caller, Request(call, review), cancellation);

    /// <summary>Whether somebody may do something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="review">A SubjectAccessReview.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask<JsonObject> SubjectAsync(Call call, JsonObject review, CancellationToken cancellation) =>
        DecideAsync(Subject(call, review), Request(call, review), cancellation);

    /// <summary>Whether somebody may do something in the namespace of the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="review">A LocalSubjectAccessReview.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask<JsonObject> LocalAsync(Call call, JsonObject review, CancellationToken cancellation)
    {
        var request = Request(call, review);
        if (!request.IsResource)
        {
            throw call.Invalid("", [Invalid.Value("spec.nonResourceAttributes", review["spec"]!["nonResourceAttributes"], "disallowed on this kind of request")]);
        }

        if (request.Namespace != call.Namespace)
        {
            throw Refuse.BadRequest($"spec.resourceAttributes.namespace must match namespace: {call.Namespace}");
        }

        return DecideAsync(Subject(call, review), request, cancellation);
    }

    /// <summary>Everything that the caller may do in a namespace.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="review">A SelfSubjectRulesReview.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<JsonObject> RulesAsync(Caller caller, JsonObject review, CancellationToken cancellation)
    {
        var home = Meta.String(review["spec"] as JsonObject, "namespace");
        if (home.Length == 0)
        {
            throw Refuse.BadRequest("no namespace on request");
        }

        var rules = await authorizer.RulesAsync(caller, home, cancellation);
        return new JsonObject
        {
            ["resourceRules"] = new JsonArray([.. rules.Where(r => r.Resources.Count > 0).Select(r => (JsonNode)r.ToJson())]),
            ["nonResourceRules"] = new JsonArray([.. rules.Where(r => r.NonResourceUrls.Count > 0).Select(r => (JsonNode)r.ToJson())]),
            ["incomplete"] = false,
        };
    }

    private async ValueTask<JsonObject> DecideAsync(Caller caller, AccessRequest request, CancellationToken cancellation)
    {
        var decision = await authorizer.DecideAsync(caller, request, cancellation);
        var status = new JsonObject { ["allowed"] = decision.Allowed };
        if (decision.Reason.Length > 0)
        {
            status["reason"] = decision.Reason;
        }

        return status;
    }

    private static Caller Subject(Call call, JsonObject review)
    {
        var subject = UserJson.Read(review["spec"] as JsonObject);
        return subject.Name.Length == 0 && subject.Groups.Count == 0
            ? throw call.Invalid("", [Invalid.Value("spec.user", "", "at least one of user or group must be specified")])
            : subject;
    }

    private static AccessRequest Request(Call call, JsonObject review)
    {
        var spec = review["spec"] as JsonObject;
        var errors = new List<FieldError>();
        var (resource, page) = (spec?["resourceAttributes"] as JsonObject, spec?["nonResourceAttributes"] as JsonObject);
        if (resource is not null && page is not null)
        {
            errors.Add(Invalid.Value("spec.nonResourceAttributes", page, "cannot be specified in combination with resourceAttributes"));
        }
        else if (resource is null && page is null)
        {
            errors.Add(Invalid.Value("spec.resourceAttributes", (JsonNode?)null, "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        }

        if (errors.Count > 0)
        {
            throw call.Invalid("", errors);
        }

        return resource is null
            ? new AccessRequest { IsResource = false, Verb = Meta.String(page, "verb"), Path = Meta.String(page, "path") }
            : new AccessRequest
            {
                Verb = Meta.String(resource, "verb"),
                Group = Meta.String(resource, "group"),
                Version = Meta.String(resource, "version"),
                Resource = Meta.String(resource, "resource"),
                Subresource = Meta.String(resource, "subresource"),
                Name = Meta.String(resource, "name"),
                Namespace = Meta.String(resource, "namespace"),
            };
    }
}
