using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The machine deployment topology health check.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentTopologyHealthCheck : IOmitEmpty
{
    /// <summary>The checks.</summary>
    public MachineHealthCheckChecks? Checks { get; init; }

    /// <summary>The enabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The remediation.</summary>
    public MachineDeploymentTopologyRemediation? Remediation { get; init; }
}
