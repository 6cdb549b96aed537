using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker machine template spec.</summary>
internal sealed record DockerMachineTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public DockerMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
