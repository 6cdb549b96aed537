using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>One DockerMachine to make many of.</summary>
internal sealed record DockerMachineTemplateResource
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    [Required]
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
