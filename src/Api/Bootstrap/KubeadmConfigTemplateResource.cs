using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config template resource.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigTemplateResource : IOmitEmpty
{
    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    public KubeadmConfigSpec? Spec { get; init; }
}
