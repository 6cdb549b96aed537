using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>
/// Names an object in the same namespace whatever its version: which one is used follows from the contract that its
/// kind keeps.
/// </summary>
public sealed record ContractVersionedObjectReference
{
    /// <summary>The object's API group.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string ApiGroup { get; init => field = value ?? ""; } = "";

    /// <summary>The object's kind.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$")]
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>The object's name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";
}
