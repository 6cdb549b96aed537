using System.Collections.Frozen;

namespace Slipway.Machinery.Patches;

/// <summary>
/// Which lists of a kind a strategic merge patch merges, and by which member of their items. Every other list is
/// replaced as a whole. Immutable; the lists of <c>metadata</c> are always included.
/// </summary>
public sealed class MergeKeys
{
    private readonly FrozenDictionary<string, string> _keys;

    /// <summary>Makes a table.</summary>
    /// <param name="lists">
    /// The list's path from the root, without indexes (<c>spec.containers.ports</c>), and the member that identifies
    /// its items; an empty key for lists of scalars that are merged as sets.
    /// </param>
    public MergeKeys(params IEnumerable<(string Path, string Key)> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var keys = new Dictionary<string, string> { ["metadata.ownerReferences"] = "uid", ["metadata.finalizers"] = "" };
        foreach (var (path, key) in lists)
        {
            keys[path] = key;
        }

        _keys = keys.ToFrozenDictionary();
    }

    /// <summary>Only the lists of <c>metadata</c>.</summary>
    public static MergeKeys Metadata { get; } = new([]);

    /// <summary>The merge key of a list, empty for a set of scalars, or null for a list that is replaced.</summary>
    /// <param name="path">The list's path without indexes.</param>
    public string? Of(string path) => _keys.GetValueOrDefault(path);
}
