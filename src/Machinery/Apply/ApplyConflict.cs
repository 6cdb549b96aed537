using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Apply;

/// <summary>A field that an applier wants otherwise than its owner.</summary>
/// <param name="Owner">The owner's entry.</param>
/// <param name="Path">The field's steps.</param>
public sealed record ApplyConflict(ManagedEntry Owner, IReadOnlyList<string> Path)
{
    /// <summary>The field, for people.</summary>
    public string Field => FieldSet.Describe(Path);

    /// <summary>The owner, for people.</summary>
    public string OwnerText
    {
        get
        {
            var text = GoText.Quote(Owner.Manager);
            if (Owner.Subresource.Length > 0)
            {
                text += $" with subresource {GoText.Quote(Owner.Subresource)}";
            }

            return Owner.Operation == ManagedOperation.Update ? $"{text} using {Owner.ApiVersion}" : text;
        }
    }

    /// <summary>All conflicts of an apply in one text, in the words that clients know.</summary>
    /// <param name="conflicts">At least one.</param>
    public static string Describe(IReadOnlyList<ApplyConflict> conflicts)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        if (conflicts.Count == 1)
        {
            return $"Apply failed with 1 conflict: conflict with {conflicts[0].OwnerText}: {conflicts[0].Field}";
        }

        var lines = conflicts.GroupBy(c => c.OwnerText).SelectMany(g => g.Select(c => $"- {c.Field}").Prepend($"conflicts with {g.Key}:"));
        return $"Apply failed with {conflicts.Count} conflicts: {string.Join('\n', lines)}";
    }
}
