using Slipway.Machinery.Apply;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Server.Failures;

/// <summary>
/// The refusals of the API, in the words and with the codes that clients know from Kubernetes. Resources are named by
/// group and plural, kinds by <see cref="GroupKind"/>.
/// </summary>
internal static class Refuse
{
    /// <summary>404: there is no such object.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="plural">Its resource.</param>
    /// <param name="name">Its name.</param>
    public static ApiException NotFound(string group, string plural, string name) =>
        Make(404, StatusReason.NotFound, $"{Qualified(group, plural)} \"{name}\" not found", Object(group, plural, name));

    /// <summary>404: there is no such resource or subresource.</summary>
    public static ApiException NoSuchResource() =>
        Make(404, StatusReason.NotFound, "the server could not find the requested resource", new StatusDetails());

    /// <summary>409: the name is taken.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    /// <param name="name">The name.</param>
    public static ApiException AlreadyExists(string group, string plural, string name) =>
        Make(409, StatusReason.AlreadyExists, $"{Qualified(group, plural)} \"{name}\" already exists", Object(group, plural, name));

    /// <summary>409: no free name was found for <c>generateName</c>; worth another try.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    /// <param name="name">The name tried last.</param>
    public static ApiException NoFreeName(string group, string plural, string name) =>
        Make(
            409,
            StatusReason.AlreadyExists,
            $"{Qualified(group, plural)} \"{name}\" already exists, the server was not able to generate a unique name for the object",
            Object(group, plural, name) with { RetryAfterSeconds = 1 });

    /// <summary>409: the object is not in the state that the request relies on.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    /// <param name="name">The name.</param>
    /// <param name="why">What is different.</param>
    public static ApiException Conflict(string group, string plural, string name, string why) =>
        Make(409, StatusReason.Conflict, $"Operation cannot be fulfilled on {Qualified(group, plural)} \"{name}\": {why}", Object(group, plural, name));

    /// <summary>409: others own fields that were to be applied with other values.</summary>
    /// <param name="conflict">Which fields, and who.</param>
    public static ApiException ApplyConflict(ApplyConflictException conflict) => new(
        new Status
        {
            Outcome = "Failure",
            Message = conflict.Message,
            Reason = StatusReason.Conflict,
            Details = new StatusDetails
            {
                Causes =
                [
                    .. conflict.Conflicts.Select(c => new StatusCause
                    {
                        Reason = "FieldManagerConflict", Message = $"conflict with {c.OwnerText}", Field = c.Field,
                    }),
                ],
            },
            Code = 409,
        },
        conflict);

    /// <summary>500, as clients know it: what is applied does not fit its kind.</summary>
    /// <param name="subject">The object and its kind.</param>
    /// <param name="fault">What does not fit.</param>
    public static ApiException NotApplicable(string subject, string fault) => new(new Status
    {
        Outcome = "Failure",
        Message = $"failed to create typed patch object ({subject}): {fault}",
        Code = 500,
    });

    /// <summary>409: the object changed since it was read.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    /// <param name="name">The name.</param>
    public static ApiException Modified(string group, string plural, string name) =>
        Conflict(group, plural, name, "the object has been modified; please apply your changes to the latest version and try again");

    /// <summary>422: the object breaks rules.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="errors">At least one.</param>
    public static ApiException Invalid(GroupKind kind, string name, IReadOnlyList<FieldError> errors)
    {
        // The same fault found on two ways is told once.
        var told = errors.Distinct().ToList();
        var text = told.Count == 1 ? told[0].ToString() : $"[{string.Join(", ", told)}]";
        return Make(422, StatusReason.Invalid, $"{kind} \"{name}\" is invalid: {text}", new StatusDetails
        {
            Name = name.Length > 0 ? name : null,
            Group = kind.Group.Length > 0 ? kind.Group : null,
            Kind = kind.Kind,
            Causes = [.. told.Select(e => new StatusCause { Reason = e.Reason, Message = e.Message, Field = e.Field })],
        });
    }

    /// <summary>422: one field is not as it must be.</summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="field">The path of the field.</param>
    /// <param name="message">What is wrong with it.</param>
    public static ApiException Invalid(GroupKind kind, string name, string field, string message) =>
        Invalid(kind, name, [new FieldError("FieldValueInvalid", field, message)]);

    /// <summary>422: the request itself, a patch for example, cannot be carried out on the object.</summary>
    /// <param name="message">Why.</param>
    public static ApiException Unprocessable(string message) => Make(422, StatusReason.Invalid, message, new StatusDetails());

    /// <summary>400: the request cannot be understood.</summary>
    /// <param name="message">Why.</param>
    public static ApiException BadRequest(string message) => Make(400, StatusReason.BadRequest, message, details: null);

    /// <summary>403: the rules forbid it, whoever asks.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    /// <param name="name">The name; may be empty.</param>
    /// <param name="why">Which rule.</param>
    /// <param name="causes">Details for programs.</param>
    public static ApiException Forbidden(string group, string plural, string name, string why, params IReadOnlyList<StatusCause> causes)
    {
        var subject = name.Length > 0 ? $"{Qualified(group, plural)} \"{name}\"" : Qualified(group, plural);
        return Make(403, StatusReason.Forbidden, $"{subject} is forbidden: {why}", Object(group, plural, name) with
        {
            Causes = causes.Count > 0 ? causes : null,
        });
    }

    /// <summary>405: the resource does not take this verb.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The resource.</param>
    public static ApiException Method(string group, string plural) =>
        Make(405, StatusReason.MethodNotAllowed, "the server does not allow this method on the requested resource", Object(group, plural, ""));

    /// <summary>410: what is asked for is no longer kept.</summary>
    /// <param name="message">What to do instead.</param>
    /// <param name="continueAnyway">A token that goes on without consistency; empty for none.</param>
    public static ApiException Expired(string message, string continueAnyway = "") => new(new Status
    {
        Metadata = new ListMeta { Continue = continueAnyway.Length > 0 ? continueAnyway : null },
        Outcome = "Failure",
        Message = message,
        Reason = StatusReason.Expired,
        Code = 410,
    });

    /// <summary>413: too large to be stored.</summary>
    /// <param name="size">The object's size in bytes.</param>
    /// <param name="limit">The most that is taken.</param>
    public static ApiException TooLarge(long size, long limit) =>
        Make(413, StatusReason.RequestEntityTooLarge, $"Request entity too large: the object takes {size} bytes, the limit is {limit}", details: null);

    /// <summary>415: no body of this type is taken.</summary>
    /// <param name="message">Which are.</param>
    public static ApiException MediaType(string message) => Make(415, StatusReason.UnsupportedMediaType, message, details: null);

    /// <summary>504: the revision asked for lies in the future.</summary>
    /// <param name="wanted">The revision asked for.</param>
    /// <param name="current">The newest revision.</param>
    public static ApiException Future(long wanted, long current)
    {
        var text = $"Too large resource version: {wanted}, current: {current}";
        return Make(504, StatusReason.Timeout, $"Timeout: {text}", new StatusDetails
        {
            Causes = [new StatusCause { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }],
            RetryAfterSeconds = 1,
        });
    }

    /// <summary>503: the store cannot take or give anything now.</summary>
    /// <param name="why">What the store said.</param>
    public static ApiException Unavailable(string why) =>
        Make(503, StatusReason.ServiceUnavailable, $"the store cannot serve the request: {why}", new StatusDetails { RetryAfterSeconds = 1 });

    /// <summary>504: the store was asked to write and did not answer; nobody knows yet whether it wrote.</summary>
    /// <param name="why">What the store said.</param>
    public static ApiException Unanswered(string why) =>
        Make(504, StatusReason.Timeout, $"Timeout: the store did not say whether it wrote: {why}", new StatusDetails());

    /// <summary>500: the server is at fault.</summary>
    /// <param name="message">What happened.</param>
    public static ApiException Internal(string message) => Make(500, StatusReason.InternalError, $"Internal error occurred: {message}", details: null);

    private static string Qualified(string group, string plural) => group.Length == 0 ? plural : $"{plural}.{group}";

    private static StatusDetails Object(string group, string plural, string name) => new()
    {
        Name = name.Length > 0 ? name : null,
        Group = group.Length > 0 ? group : null,
        Kind = plural,
    };

    private static ApiException Make(int code, string reason, string message, StatusDetails? details) => new(new Status
    {
        Outcome = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    });
}
