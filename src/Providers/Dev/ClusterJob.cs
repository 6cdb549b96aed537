using Slipway.Api.Core.Clusters;

namespace Slipway.Providers.Dev;

/// <summary>A cluster to be made or removed.</summary>
/// <param name="Infra">The infrastructure object.</param>
/// <param name="Cluster">The Cluster; null where it is gone.</param>
internal sealed record ClusterJob(InfraCluster Infra, Cluster? Cluster);
