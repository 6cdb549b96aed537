using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The machine wanted.</summary>
public sealed record DevMachineSpec
{
    /// <summary>Whether the machine is a container or in memory.</summary>
    [Required]
    public DevMachineBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The machine's name among all machines of the infrastructure; set by the controller.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }
}
