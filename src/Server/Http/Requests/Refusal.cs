using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Security;

namespace Slipway.Server.Http.Requests;

/// <summary>The refusals of the HTTP layer itself, in the words that clients know.</summary>
internal static class Refusal
{
    /// <summary>400.</summary>
    /// <param name="message">What cannot be understood.</param>
    public static ApiException BadRequest(string message) => Make(400, StatusReason.BadRequest, message);

    /// <summary>401.</summary>
    public static ApiException Unauthorized() => Make(401, StatusReason.Unauthorized, "Unauthorized");

    /// <summary>403.</summary>
    /// <param name="request">What was wanted.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="reason">What went wrong while a permission was looked for; may be empty.</param>
    public static ApiException Forbidden(AccessRequest request, string user, string reason) => Make(
        403,
        StatusReason.Forbidden,
        request.Refusal(user, reason),
        request.IsResource
            ? new StatusDetails { Name = NullIfEmpty(request.Name), Group = NullIfEmpty(request.Group), Kind = request.Resource }
            : new StatusDetails());

    /// <summary>405.</summary>
    /// <param name="path">The request.</param>
    public static ApiException MethodNotAllowed(RequestPath path) => Make(
        405,
        StatusReason.MethodNotAllowed,
        "the server does not allow this method on the requested resource",
        path.IsResource ? new StatusDetails { Group = NullIfEmpty(path.Group), Kind = path.Resource } : null);

    /// <summary>406.</summary>
    /// <param name="offers">The media types that there are.</param>
    public static ApiException NotAcceptable(string offers) =>
        Make(406, StatusReason.NotAcceptable, "only the following media types are accepted: " + offers);

    /// <summary>413.</summary>
    /// <param name="limit">The largest body taken, in bytes.</param>
    public static ApiException TooLarge(long limit) =>
        Make(413, StatusReason.RequestEntityTooLarge, $"Request entity too large: limit is {limit}");

    /// <summary>415.</summary>
    /// <param name="accepted">The media types that are taken.</param>
    public static ApiException UnsupportedMediaType(string accepted) => Make(
        415,
        StatusReason.UnsupportedMediaType,
        "the body of the request was in an unknown format - accepted media types include: " + accepted);

    /// <summary>422 for query parameters.</summary>
    /// <param name="options">The kind of options, for example <c>CreateOptions</c>.</param>
    /// <param name="errors">What is wrong; at least one.</param>
    public static ApiException InvalidOptions(string options, IReadOnlyList<FieldError> errors)
    {
        var sentences = string.Join(", ", errors.Select(e => e.ToString()));
        return Make(
            422,
            StatusReason.Invalid,
            $"{options}.meta.k8s.io \"\" is invalid: {(errors.Count == 1 ? sentences : $"[{sentences}]")}",
            new StatusDetails
            {
                Group = "meta.k8s.io",
                Kind = options,
                Causes = [.. errors.Select(e => new StatusCause { Reason = e.Reason, Message = e.Message, Field = e.Field })],
            });
    }

    /// <summary>503: the server ends.</summary>
    public static ApiException Stopping() =>
        Make(503, StatusReason.ServiceUnavailable, "the server is stopping: ask again in a moment", new StatusDetails { RetryAfterSeconds = 1 });

    /// <summary>429.</summary>
    public static ApiException TooManyRequests() => Make(
        429,
        StatusReason.TooManyRequests,
        "too many requests are being worked on, please try again later",
        new StatusDetails { RetryAfterSeconds = 1 });

    /// <summary>500.</summary>
    public static ApiException InternalError() => Make(
        500,
        StatusReason.InternalError,
        "Internal error occurred: the request met a fault of the server; its log has the details under the audit id of this answer");

    /// <summary>504.</summary>
    public static ApiException DeadlineExceeded() => Make(
        504,
        StatusReason.Timeout,
        "Timeout: request did not complete within the allotted timeout");

    private static ApiException Make(int code, string reason, string message, StatusDetails? details = null) =>
        new(new Status { Outcome = "Failure", Code = code, Reason = reason, Message = message, Details = details });

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
