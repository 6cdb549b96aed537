using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker machine template spec.</summary>
public sealed record DockerMachineTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public DockerMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
