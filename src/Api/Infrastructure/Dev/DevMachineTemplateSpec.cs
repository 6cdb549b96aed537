using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The machine to make many of.</summary>
public sealed record DevMachineTemplateSpec
{
    /// <summary>The machine.</summary>
    [Required]
    public DevMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
