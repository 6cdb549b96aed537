using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines;

/// <summary>A write that a plan asks for beside the Machine itself; there are no others but those of a drain.</summary>
/// <param name="Sentence">What is done and why, for events, logs and tests.</param>
internal abstract record Change(string Sentence)
{
    /// <summary>Prints the sentence.</summary>
    public sealed override string ToString() => Sentence;

    /// <summary>Notes on the bootstrap or infrastructure object that the Machine manages it.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Metadata">Its metadata as it is to be.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record OwnObject(ExternalObject Object, ObjectMeta Metadata, string Sentence) : Change(Sentence);

    /// <summary>Deletes the bootstrap or infrastructure object.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteObject(ExternalObject Object, string Sentence) : Change(Sentence);

    /// <summary>Writes what the Node carries of its Machine.</summary>
    /// <param name="Before">The Node as it was read.</param>
    /// <param name="After">The Node as it is to be.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record SyncNode(Node Before, Node After, string Sentence) : Change(Sentence);

    /// <summary>Deletes the Node.</summary>
    /// <param name="Node">The Node.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record DeleteNode(Node Node, string Sentence) : Change(Sentence);
}
