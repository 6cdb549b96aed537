using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine initialization status.</summary>
[MinProperties(1)]
public sealed record MachineInitializationStatus : IOmitEmpty
{
    /// <summary>The bootstrap data secret created.</summary>
    public bool? BootstrapDataSecretCreated { get; init; }

    /// <summary>The infrastructure provisioned.</summary>
    public bool? InfrastructureProvisioned { get; init; }
}
