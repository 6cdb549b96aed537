using Slipway.Api.Bootstrap;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Views;

/// <summary>A write that a plan asks for; there are no others.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Makes missing certificates.</summary>
    /// <param name="Purposes">Which.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record MakeCertificates(IReadOnlyList<CertificatePurpose> Purposes, string Sentence) : Change(Sentence);

    /// <summary>Makes the cluster's kubeconfig, or makes it anew.</summary>
    /// <param name="Server">The address of the API server, as a URL.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record MakeKubeconfig(string Server, string Sentence) : Change(Sentence);

    /// <summary>Takes over a Machine that nobody manages.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record AdoptMachine(ControlPlaneMachine Machine, string Sentence) : Change(Sentence);

    /// <summary>Writes into a Machine what needs no new one, and what is known of its components.</summary>
    /// <param name="Machine">The Machine, with what is known of it.</param>
    /// <param name="After">As it is to be.</param>
    internal sealed record KeepMachine(ControlPlaneMachine Machine, Machine After)
        : Change($"keep Machine {Machine.Name} in step with its KubeadmControlPlane");

    /// <summary>Writes metadata into a KubeadmConfig.</summary>
    /// <param name="Before">As it was read.</param>
    /// <param name="Metadata">The metadata as it is to be.</param>
    internal sealed record KeepConfig(KubeadmConfig Before, ObjectMeta Metadata)
        : Change($"keep KubeadmConfig {Before.Metadata.Name} in step with its KubeadmControlPlane");

    /// <summary>Writes metadata into an infrastructure object.</summary>
    /// <param name="Type">Its kind.</param>
    /// <param name="Before">As it was read.</param>
    /// <param name="Metadata">The metadata as it is to be.</param>
    internal sealed record KeepObject(ResourceType Type, Unstructured Before, ObjectMeta Metadata)
        : Change($"keep {Before.Kind} {Before.Metadata.Name} in step with its KubeadmControlPlane");

    /// <summary>Makes a Machine with its KubeadmConfig and infrastructure object.</summary>
    /// <param name="Name">The name of all three.</param>
    /// <param name="FailureDomain">Where; null for anywhere.</param>
    /// <param name="Initializes">Whether it is the first of the control plane.</param>
    /// <param name="RemediationFor">What it replaces, as the annotation tells; null for nothing.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record CreateMachine(string Name, string? FailureDomain, bool Initializes, string? RemediationFor, string Sentence)
        : Change(Sentence);

    /// <summary>Deletes a Machine; etcd's leadership is moved away before.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteMachine(ControlPlaneMachine Machine, string Sentence) : Change(Sentence);

    /// <summary>Tells a Machine what is done about its failed health check, and deletes it where that is the answer.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Answer">The Machine's condition OwnerRemediated.</param>
    /// <param name="Record">What the control plane notes where the Machine is deleted; null where it stays.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record Remediate(ControlPlaneMachine Machine, Condition Answer, string? Record, string Sentence) : Change(Sentence);

    /// <summary>Lets a deleted Machine go: its etcd member is removed, then the hook that held it.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="Member">Its etcd member; null for none.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record ReleaseMachine(ControlPlaneMachine Machine, ulong? Member, string Sentence) : Change(Sentence);

    /// <summary>Removes an etcd member that has no Machine.</summary>
    /// <param name="Member">Its id.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record RemoveMember(ulong Member, string Sentence) : Change(Sentence);

    /// <summary>Prepares the workload cluster for machines of the version and configuration wanted.</summary>
    /// <param name="Sentence">What and why.</param>
    internal sealed record PrepareRollout(string Sentence) : Change(Sentence);

    /// <summary>Brings kube-proxy and CoreDNS to the version and configuration wanted.</summary>
    internal sealed record KeepAddOns() : Change("keep kube-proxy and CoreDNS in step with the KubeadmControlPlane");

    /// <summary>Makes the Cluster an owner of the template of the infrastructure objects.</summary>
    /// <param name="Type">The template's kind.</param>
    /// <param name="Template">The template, as it was read.</param>
    /// <param name="Metadata">The metadata as it is to be.</param>
    internal sealed record OwnTemplate(ContractKind Type, Unstructured Template, ObjectMeta Metadata)
        : Change($"make the Cluster an owner of {Template.Kind} {Template.Metadata.Name}");
}
