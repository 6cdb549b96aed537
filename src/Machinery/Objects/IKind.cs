using System.Text.Json.Serialization.Metadata;

namespace Slipway.Machinery.Objects;

/// <summary>A kind written as a record: it knows how it is addressed and how it is read and written as JSON.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IKind<TSelf> : IKubernetesObject
    where TSelf : class, IKind<TSelf>
{
    /// <summary>How objects of this kind are addressed.</summary>
    static abstract ResourceType Resource { get; }

    /// <summary>How objects of this kind are read and written.</summary>
    static abstract JsonTypeInfo<TSelf> JsonType { get; }

    /// <summary>The same object with other metadata.</summary>
    /// <param name="metadata">The metadata of the copy.</param>
    TSelf WithMetadata(ObjectMeta metadata);
}
