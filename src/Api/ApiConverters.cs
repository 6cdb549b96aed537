using Slipway.Api.Bootstrap;
using Slipway.Api.ControlPlane;
using Slipway.Api.Conversion;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Machinery.Objects;

namespace Slipway.Api;

/// <summary>The converters between v1beta1 and v1beta2 of all kinds here.</summary>
public static class ApiConverters
{
    /// <summary>All converters; references to other kinds are written in v1beta2 when an object goes down to v1beta1.</summary>
    public static IReadOnlyList<IObjectConverter> All { get; } = With(static _ => "v1beta2");

    /// <summary>All converters, with a way to learn which version of another kind to write in references.</summary>
    /// <param name="versionOf">The newest version of a kind that keeps the contract, from its definition's labels.</param>
    public static IReadOnlyList<IObjectConverter> With(Func<GroupKind, string> versionOf) =>
    [
        new KindConverter(Cluster.Resource, ClusterSteps.Cluster, versionOf),
        new KindConverter(Machine.Resource, CoreSteps.Machine, versionOf),
        new KindConverter(MachineSet.Resource, CoreSteps.MachineSet, versionOf),
        new KindConverter(MachineDeployment.Resource, CoreSteps.MachineDeployment, versionOf),
        new KindConverter(MachineHealthCheck.Resource, CoreSteps.MachineHealthCheck, versionOf),
        new KindConverter(KubeadmConfig.Resource, KubeadmSteps.Config, versionOf),
        new KindConverter(KubeadmConfigTemplate.Resource, KubeadmSteps.ConfigTemplate, versionOf),
        new KindConverter(KubeadmControlPlane.Resource, KubeadmSteps.ControlPlane, versionOf),
        new KindConverter(DockerCluster.Resource, InfrastructureSteps.DockerCluster, versionOf),
        new KindConverter(DockerMachine.Resource, InfrastructureSteps.Machine, versionOf),
        new KindConverter(DockerMachineTemplate.Resource, InfrastructureSteps.MachineTemplate, versionOf),
        new KindConverter(DevCluster.Resource, InfrastructureSteps.DevCluster, versionOf),
        new KindConverter(DevMachine.Resource, InfrastructureSteps.Machine, versionOf),
        new KindConverter(DevMachineTemplate.Resource, InfrastructureSteps.MachineTemplate, versionOf),
    ];
}
