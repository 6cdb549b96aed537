using System.Text.Json.Nodes;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Security.Tokens;

namespace Slipway.Server.Security.Reviews;

/// <summary>Answers who somebody is.</summary>
/// <param name="tokens">Whom tokens stand for.</param>
internal sealed class IdentityReviews(TokenAuthentication tokens)
{
    /// <summary>Who the caller is.</summary>
    /// <param name="caller">The caller.</param>
    /// <returns>The status of a SelfSubjectReview.</returns>
    public static JsonObject Self(Caller caller) => new() { ["userInfo"] = UserJson.Write(caller) };

    /// <summary>Whom a token stands for.</summary>
    /// <param name="review">A TokenReview.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Its status.</returns>
    public async ValueTask<JsonObject> TokenAsync(JsonObject review, CancellationToken cancellation)
    {
        var spec = review["spec"] as JsonObject;
        var token = Meta.String(spec, "token");
        if (token.Length == 0)
        {
            throw Refuse.Invalid(new(ReviewGroups.Authentication, "TokenReview"), "", [Invalid.Required("spec.token")]);
        }

        var wanted = Meta.Strings(spec, "audiences");
        var identity = await tokens.FindAsync(token, wanted.Count > 0 ? wanted : tokens.OwnAudiences, cancellation);
        if (identity is null)
        {
            return new JsonObject { ["user"] = new JsonObject(), ["error"] = "the token is not known, has ended, or is for another audience" };
        }

        var status = new JsonObject { ["authenticated"] = true, ["user"] = UserJson.Write(identity.Caller) };
        Meta.SetStrings(status, "audiences", identity.Audiences);
        return status;
    }
}
