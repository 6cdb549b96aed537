using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker machine template resource.</summary>
internal sealed record DockerMachineTemplateResource
{
    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
