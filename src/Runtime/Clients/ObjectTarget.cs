using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients;

/// <summary>What a request is about.</summary>
/// <param name="Type">The version of the kind in which bodies are written and answered.</param>
/// <param name="Namespace">The namespace; empty for cluster scope.</param>
/// <param name="Name">The object's name; empty when creating.</param>
/// <param name="Subresource">For example <c>status</c> or <c>scale</c>; empty for the object itself.</param>
public sealed record ObjectTarget(ResourceType Type, string Namespace, string Name = "", string Subresource = "")
{
    /// <summary>The object of a key.</summary>
    /// <param name="type">The version of the kind.</param>
    /// <param name="key">Namespace and name.</param>
    /// <param name="subresource">The subresource; empty for the object itself.</param>
    public ObjectTarget(ResourceType type, ObjectKey key, string subresource = "")
        : this(type, key.Namespace, key.Name, subresource)
    {
    }
}
