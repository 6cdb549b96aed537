using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>One DevMachine to make many of.</summary>
public sealed record DevMachineTemplateResource
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    [Required]
    public DevMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
