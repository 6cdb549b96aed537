namespace Slipway.Machinery.Objects;

/// <summary>A kind within its API group, whatever the version.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Kind">The kind in singular CamelCase, for example <c>Machine</c>.</param>
public readonly record struct GroupKind(string Group, string Kind)
{
    /// <summary>Prints <c>Kind.group</c>, or the kind alone for the core group.</summary>
    public override string ToString() => Group.Length == 0 ? Kind : $"{Kind}.{Group}";
}
