using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev machine template spec.</summary>
public sealed record DevMachineTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public DevMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
