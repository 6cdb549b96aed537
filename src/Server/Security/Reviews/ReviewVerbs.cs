using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Verbs;
using Slipway.Server.Verbs.Writing;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Reviews;

/// <summary>The verbs, with an answer to the kinds that are questions and to requests for tokens; all else goes on.</summary>
/// <param name="verbs">The verbs over the store.</param>
/// <param name="access">Answers what somebody may do.</param>
/// <param name="identity">Answers who somebody is.</param>
/// <param name="tokens">Makes tokens.</param>
internal sealed class ReviewVerbs(IVerbs verbs, AccessReviews access, IdentityReviews identity, TokenRequests tokens) : IVerbs
{
    /// <inheritdoc/>
    public ValueTask FreshAsync(CancellationToken cancellation) => verbs.FreshAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(Call call, string resourceVersion, CancellationToken cancellation) =>
        verbs.GetAsync(call, resourceVersion, cancellation);

    /// <inheritdoc/>
    public ValueTask<ListAnswer> ListAsync(Call call, ListOptions options, CancellationToken cancellation) => verbs.ListAsync(call, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<IAsyncEnumerable<WatchItem>> WatchAsync(Call call, WatchOptions options, CancellationToken cancellation) =>
        verbs.WatchAsync(call, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> CreateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        if (call.Subresource == "token" && call.Group.Length == 0 && call.Definition.Plural == "serviceaccounts")
        {
            var type = new Machinery.Objects.ResourceType(ReviewGroups.Authentication, "v1", "TokenRequest", "tokenrequests");
            return AnswerAsync(body, type, options, review => tokens.AnswerAsync(call, review, cancellation));
        }

        return call.Group is ReviewGroups.Authentication or ReviewGroups.Authorization && call.Subresource.Length == 0 && call.Definition.BuiltIn
            ? AnswerAsync(body, call.Definition.Type(call.Version), options, review => ReviewAsync(call, review, cancellation))
            : verbs.CreateAsync(call, body, options, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> UpdateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        verbs.UpdateAsync(call, body, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> PatchAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation) =>
        verbs.PatchAsync(call, patch, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> DeleteAsync(Call call, DeleteOptions options, CancellationToken cancellation) =>
        verbs.DeleteAsync(call, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<ListAnswer> DeleteCollectionAsync(Call call, ListOptions selection, DeleteOptions options, CancellationToken cancellation) =>
        verbs.DeleteCollectionAsync(call, selection, options, cancellation);

    private ValueTask<JsonObject> ReviewAsync(Call call, JsonObject review, CancellationToken cancellation) => call.Definition.Kind.Kind switch
    {
        "SelfSubjectReview" => ValueTask.FromResult(IdentityReviews.Self(call.Caller)),
        "TokenReview" => identity.TokenAsync(review, cancellation),
        "SelfSubjectRulesReview" => access.RulesAsync(call.Caller, review, cancellation),
        "SelfSubjectAccessReview" => access.SelfAsync(call, review, cancellation),
        "LocalSubjectAccessReview" => access.LocalAsync(call, review, cancellation),
        "SubjectAccessReview" => access.SubjectAsync(call, review, cancellation),
        _ => throw Refuse.NoSuchResource(),
    };

    private static async ValueTask<WriteAnswer> AnswerAsync(
        ReadOnlyMemory<byte> body, Machinery.Objects.ResourceType type, WriteOptions options, Func<JsonObject, ValueTask<JsonObject>> answer)
    {
        Intake.Check(options);
        var findings = new Findings();
        var review = Intake.Read(body, findings);
        Intake.CheckType(review, type, isOptional: true);
        var status = await answer(review);
        _ = Meta.Of(review);
        review["status"] = status;
        return new WriteAnswer(ObjectBytes.Write(review), 201, findings.Warnings);
    }
}
