namespace Slipway.Server.Security.Audit;

/// <summary>How much of a request is written down.</summary>
internal enum AuditLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who, what and when.</summary>
    Metadata,

    /// <summary>The body of the request as well.</summary>
    Request,

    /// <summary>The body of the answer as well.</summary>
    RequestResponse,
}
