using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>One of the objects that an aggregate looks at.</summary>
/// <param name="Kind">The object's kind, for messages.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Conditions">The object's conditions.</param>
public sealed record AggregateSource(string Kind, string Name, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Whether the object belongs to the control plane; such are told first.</summary>
    public bool InControlPlane { get; init; }
}
