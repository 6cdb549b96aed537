namespace Slipway.Machinery.Objects;

/// <summary>The reasons of a failed <see cref="Status"/>, as the Kubernetes API spells them.</summary>
public static class StatusReason
{
    /// <summary>401: no valid credentials.</summary>
    public const string Unauthorized = "Unauthorized";

    /// <summary>403: not allowed.</summary>
    public const string Forbidden = "Forbidden";

    /// <summary>404: no such object or resource.</summary>
    public const string NotFound = "NotFound";

    /// <summary>405: the resource does not take this verb.</summary>
    public const string MethodNotAllowed = "MethodNotAllowed";

    /// <summary>406: none of the asked representations is to be had.</summary>
    public const string NotAcceptable = "NotAcceptable";

    /// <summary>409: an object of this name exists.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>409: the object changed meanwhile, or a precondition failed.</summary>
    public const string Conflict = "Conflict";

    /// <summary>410: what was asked for is no longer kept.</summary>
    public const string Gone = "Gone";

    /// <summary>410: the resource version or continue token is too old.</summary>
    public const string Expired = "Expired";

    /// <summary>413: the body is too large.</summary>
    public const string RequestEntityTooLarge = "RequestEntityTooLarge";

    /// <summary>415: the body's media type is not taken here.</summary>
    public const string UnsupportedMediaType = "UnsupportedMediaType";

    /// <summary>422: the object is not valid; the causes say where.</summary>
    public const string Invalid = "Invalid";

    /// <summary>429: too many requests.</summary>
    public const string TooManyRequests = "TooManyRequests";

    /// <summary>400: the request cannot be understood.</summary>
    public const string BadRequest = "BadRequest";

    /// <summary>500: a fault of the server.</summary>
    public const string InternalError = "InternalError";

    /// <summary>503: not now.</summary>
    public const string ServiceUnavailable = "ServiceUnavailable";

    /// <summary>504: not in time.</summary>
    public const string Timeout = "Timeout";
}
