using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev machine template spec.</summary>
internal sealed record DevMachineTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public DevMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
