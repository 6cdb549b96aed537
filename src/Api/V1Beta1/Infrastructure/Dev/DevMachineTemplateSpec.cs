using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The machine to make many of.</summary>
internal sealed record DevMachineTemplateSpec
{
    /// <summary>The machine.</summary>
    [Required]
    public DevMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
