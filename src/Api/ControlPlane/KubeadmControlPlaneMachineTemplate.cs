using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The machines of the control plane.</summary>
public sealed record KubeadmControlPlaneMachineTemplate
{
    /// <summary>Labels and annotations of the machines.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>What the machines have beside their setup.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();
}
