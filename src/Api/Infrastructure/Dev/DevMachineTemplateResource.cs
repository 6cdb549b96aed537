using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev machine template resource.</summary>
public sealed record DevMachineTemplateResource
{
    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public DevMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
