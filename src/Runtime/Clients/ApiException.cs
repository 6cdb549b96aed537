using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>The server refused; <see cref="Status"/> says why.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Wraps a Status.</summary>
    /// <param name="status">The server's answer.</param>
    /// <param name="inner">What led to it, where that is known.</param>
    public ApiException(Status status, Exception? inner = null)
        : base((status ?? throw new ArgumentNullException(nameof(status))).Message, inner) =>
        Status = status;

    /// <summary>The server's answer.</summary>
    public Status Status { get; }

    /// <summary>Sentences that came along with the refusal, for the client's <c>Warning</c> headers.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>The reason, for example <see cref="StatusReason.Conflict"/>; empty where the server gave none.</summary>
    public string Reason => Status.Reason ?? "";

    /// <summary>The HTTP status code; 0 where there was none.</summary>
    public int Code => Status.Code ?? 0;

    /// <summary>Whether the object or resource does not exist.</summary>
    public bool IsNotFound => Code == 404;

    /// <summary>Whether the object changed meanwhile or a precondition failed.</summary>
    public bool IsConflict => Reason == StatusReason.Conflict;

    /// <summary>Whether an object of this name exists already.</summary>
    public bool IsAlreadyExists => Reason == StatusReason.AlreadyExists;
}
