using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane machine template.</summary>
public sealed record KubeadmControlPlaneMachineTemplate
{
    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();
}
