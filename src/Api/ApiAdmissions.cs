using Slipway.Api.Admission;
using Slipway.Api.Admission.Kinds;
using Slipway.Machinery.Admission;

namespace Slipway.Api;

/// <summary>The defaults and rules of all kinds here that their schemas cannot say.</summary>
public static class ApiAdmissions
{
    /// <summary>All, with every gate off.</summary>
    public static IReadOnlyList<IKindAdmission> All { get; } = With(new AdmissionGates());

    /// <summary>All, with some gates on.</summary>
    /// <param name="gates">What is switched on.</param>
    public static IReadOnlyList<IKindAdmission> With(AdmissionGates gates) =>
    [
        new ClusterRules(gates),
        new MachineRules(),
        new MachineSetRules(),
        new MachineDeploymentRules(),
        new MachineHealthCheckRules(),
        new KubeadmConfigRules(),
        new KubeadmConfigTemplateRules(),
        new KubeadmControlPlaneRules(),
        new DockerClusterRules(),
        new DockerMachineTemplateRules(),
        new DevClusterRules(),
        new DevMachineRules(),
        new DevMachineTemplateRules(),
    ];
}
