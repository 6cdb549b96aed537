using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The machine wanted.</summary>
internal sealed record DevMachineSpec
{
    /// <summary>Whether the machine is a container or in memory.</summary>
    [Required]
    public DevMachineBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The machine's name among all machines of the infrastructure; set by the controller.</summary>
    public string? ProviderID { get; init; }
}
