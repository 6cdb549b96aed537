using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>One change of a snapshot.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="Old">The object before; null where it is new.</param>
/// <param name="New">The object after; null where it is gone.</param>
public readonly record struct InformerChange<T>(T? Old, T? New)
    where T : class, IKubernetesObject
{
    /// <summary>The object after the change, or as it last was where it is gone.</summary>
    public T Object => New ?? Old ?? throw new InvalidOperationException("A change has an object before or after it.");

    /// <summary>Whether the object is new to the snapshot.</summary>
    public bool IsAdded => Old is null;

    /// <summary>Whether the object is gone.</summary>
    public bool IsDeleted => New is null;
}
