namespace Slipway.Machinery.Objects;

/// <summary>What the server answers instead of an object: a refusal, or a plain success.</summary>
public sealed record Status
{
    /// <summary>Always <c>Status</c>.</summary>
    public string Kind { get; init; } = "Status";

    /// <summary>Always <c>v1</c>.</summary>
    public string ApiVersion { get; init; } = "v1";

    /// <summary>List metadata: empty but for an expired continue token's replacement.</summary>
    public ListMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary><c>Success</c> or <c>Failure</c>; the architecture's word for the outcome.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("status")]
    public string Outcome { get; init => field = value ?? ""; } = "";

    /// <summary>What happened, for people.</summary>
    public string? Message { get; init; }

    /// <summary>What happened, for programs; see <see cref="StatusReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Which object, and what about it.</summary>
    public StatusDetails? Details { get; init; }

    /// <summary>The HTTP status code.</summary>
    public int? Code { get; init; }
}
