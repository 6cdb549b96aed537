using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;

namespace Slipway.Providers.Dev;

/// <summary>A machine to be made or removed.</summary>
/// <param name="Infra">The infrastructure object.</param>
/// <param name="Machine">The Machine it belongs to; null where that is gone.</param>
/// <param name="Cluster">The Cluster; null where that is gone.</param>
/// <param name="InfraCluster">The cluster's infrastructure object; null where that is gone.</param>
internal sealed record MachineJob(InfraMachine Infra, Machine? Machine, Cluster? Cluster, InfraCluster? InfraCluster);
