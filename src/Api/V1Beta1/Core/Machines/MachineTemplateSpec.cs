namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>The machine template spec.</summary>
internal sealed record MachineTemplateSpec
{
    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    public MachineSpec? Spec { get; init; }
}
