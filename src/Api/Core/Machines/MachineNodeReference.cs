using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>Names a machine's node.</summary>
public sealed record MachineNodeReference
{
    /// <summary>The node.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";
}
