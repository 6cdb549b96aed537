using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker machine template resource.</summary>
public sealed record DockerMachineTemplateResource
{
    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
