namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>A machine to make many of.</summary>
internal sealed record MachineTemplateSpec
{
    /// <summary>Labels and annotations of the machines made.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The machine to make.</summary>
    public MachineSpec? Spec { get; init; }
}
