using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>The bootstrap.</summary>
internal sealed record Bootstrap
{
    /// <summary>The config ref.</summary>
    public ObjectReference? ConfigRef { get; init; }

    /// <summary>The data secret name.</summary>
    [Limits(MinLength = 0, MaxLength = 253)]
    public string? DataSecretName { get; init; }
}
