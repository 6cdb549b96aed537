using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev machine template resource.</summary>
internal sealed record DevMachineTemplateResource
{
    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public DevMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
