using Slipway.Machinery.Apply.Fields;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>In which fields one state of an object differs from another.</summary>
/// <param name="Added">Fields that only the later state has.</param>
/// <param name="Modified">Fields with another value.</param>
/// <param name="Removed">Fields that only the earlier state has.</param>
public sealed record Comparison(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    /// <summary>Whether the states are the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;

    /// <summary>The fields whose value the later state has set.</summary>
    public FieldSet Set => field ??= Added.Union(Modified);

    /// <summary>All fields that differ.</summary>
    public FieldSet Touched => field ??= Set.Union(Removed);
}
