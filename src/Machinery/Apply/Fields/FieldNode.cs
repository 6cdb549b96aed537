namespace Slipway.Machinery.Apply.Fields;

/// <summary>A step of a set of fields: it is in the set itself, or leads to such as are, or both.</summary>
/// <param name="Element">The step; see <see cref="FieldElement"/>.</param>
/// <param name="IsMember">Whether the field itself is in the set.</param>
/// <param name="Children">The fields below it that are.</param>
internal sealed record FieldNode(string Element, bool IsMember, FieldSet Children);
