namespace Slipway.Machinery.Cel.Types;

/// <summary>An object whose fields are known by name.</summary>
/// <param name="name">The name of the type in messages.</param>
/// <param name="fields">The fields by the names that expressions use.</param>
public sealed class CelObjectType(string name, IReadOnlyDictionary<string, CelType> fields) : CelType(CelTypeKind.Object, name)
{
    /// <summary>The fields by the names that expressions use.</summary>
    public IReadOnlyDictionary<string, CelType> Fields { get; } = fields;
}
