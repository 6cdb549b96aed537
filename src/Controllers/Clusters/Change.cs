using Slipway.Controllers.Contracts;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Clusters;

/// <summary>A write that a plan asks for beside the Cluster itself; there are no others.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Notes on the infrastructure or control plane object that it belongs to the Cluster.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Metadata">Its metadata as it is to be.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record OwnObject(ExternalObject Object, ObjectMeta Metadata, string Sentence) : Change(Sentence);

    /// <summary>Deletes the infrastructure or control plane object.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteObject(ExternalObject Object, string Sentence) : Change(Sentence);

    /// <summary>Deletes a MachineDeployment, MachineSet or Machine.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteChild(IKubernetesObject Object, string Sentence) : Change(Sentence);

    /// <summary>Makes or renews the kubeconfig of a cluster without a control plane object.</summary>
    /// <param name="Server">The address of the API server, as a URL.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record WriteKubeconfig(string Server, string Sentence) : Change(Sentence);
}
