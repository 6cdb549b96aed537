using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine template spec.</summary>
public sealed record MachineTemplateSpec
{
    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public MachineSpec Spec { get; init => field = value ?? new(); } = new();
}
