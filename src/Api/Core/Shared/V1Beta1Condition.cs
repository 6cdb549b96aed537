using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The V1 beta1 condition.</summary>
public sealed record V1Beta1Condition
{
    /// <summary>The last transition time.</summary>
    [Required]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset LastTransitionTime { get; init; }

    /// <summary>The message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? Message { get; init; }

    /// <summary>The reason.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Reason { get; init; }

    /// <summary>The severity.</summary>
    [Limits(MaxLength = 32)]
    public string? Severity { get; init; }

    /// <summary>The status.</summary>
    [Required]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The type.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Type { get; init => field = value ?? ""; } = "";
}
