using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>Whether and how the health of a group of workers is checked.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentTopologyHealthCheck : IOmitEmpty
{
    /// <summary>What makes a machine unhealthy.</summary>
    public MachineHealthCheckChecks? Checks { get; init; }

    /// <summary>Whether machines are checked; absent for whether cluster or class say how.</summary>
    public bool? Enabled { get; init; }

    /// <summary>When and by whom unhealthy machines are replaced.</summary>
    public MachineDeploymentTopologyRemediation? Remediation { get; init; }
}
