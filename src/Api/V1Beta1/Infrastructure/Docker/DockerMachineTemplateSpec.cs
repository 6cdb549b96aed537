using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The machine to make many of.</summary>
internal sealed record DockerMachineTemplateSpec
{
    /// <summary>The machine.</summary>
    [Required]
    public DockerMachineTemplateResource Template { get; init => field = value ?? new(); } = new();
}
