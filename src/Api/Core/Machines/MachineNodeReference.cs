using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine node reference.</summary>
public sealed record MachineNodeReference
{
    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";
}
