using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Machines;

/// <summary>What has been done once for the machine; it is not undone.</summary>
[MinProperties(1)]
public sealed record MachineInitializationStatus : IOmitEmpty
{
    /// <summary>Whether the script that sets the machine up has been made.</summary>
    public bool? BootstrapDataSecretCreated { get; init; }

    /// <summary>Whether the machine's infrastructure has once been complete.</summary>
    public bool? InfrastructureProvisioned { get; init; }
}
