using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The machine to make many of.</summary>
public sealed record DockerMachineTemplateSpec
{
    /// <summary>The machine.</summary>
    [Required]
    public DockerMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
