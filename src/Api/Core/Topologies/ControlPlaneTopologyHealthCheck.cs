using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The control plane topology health check.</summary>
[MinProperties(1)]
public sealed record ControlPlaneTopologyHealthCheck : IOmitEmpty
{
    /// <summary>The checks.</summary>
    public MachineHealthCheckChecks? Checks { get; init; }

    /// <summary>The enabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The remediation.</summary>
    public MachineHealthCheckRemediation? Remediation { get; init; }
}
