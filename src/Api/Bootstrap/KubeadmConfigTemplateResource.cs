using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>One KubeadmConfig to make many of.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigTemplateResource : IOmitEmpty
{
    /// <summary>Labels and annotations of the objects made.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The setup to make.</summary>
    public KubeadmConfigSpec? Spec { get; init; }
}
