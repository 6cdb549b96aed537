using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>One DevMachine to make many of.</summary>
internal sealed record DevMachineTemplateResource
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    [Required]
    public DevMachineSpec Spec { get; init => field = value ?? new(); } = new();
}
