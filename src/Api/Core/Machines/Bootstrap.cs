using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>The bootstrap.</summary>
public sealed record Bootstrap
{
    /// <summary>The config ref.</summary>
    public ContractVersionedObjectReference? ConfigRef { get; init; }

    /// <summary>The data secret name.</summary>
    [Limits(MinLength = 0, MaxLength = 253)]
    public string? DataSecretName { get; init; }
}
