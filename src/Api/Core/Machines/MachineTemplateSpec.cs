using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>A machine to make many of.</summary>
public sealed record MachineTemplateSpec
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    [Required]
    public MachineSpec Spec { get; init => field = value ?? new(); } = new();
}
