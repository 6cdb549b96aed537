using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>One DockerMachine to make many of.</summary>
public sealed record DockerMachineTemplateResource
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    [Required]
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
