using Slipway.Server.Verbs.Writing;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>An object in the graph of owners.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">Its newest state.</param>
internal sealed record OwnerNode(KindCache Kind, CachedObject Value)
{
    /// <summary>Whether it is being deleted and waits for those that block it.</summary>
    public bool IsForeground => Value.Head.IsDeleting && Value.Head.Finalizers.Contains(Propagation.Foreground);

    /// <summary>Whether it blocks the deletion of an owner.</summary>
    /// <param name="owner">The owner's uid.</param>
    public bool Blocks(string owner) => Value.Head.Owners.Any(o => o.Uid == owner && o.BlockOwnerDeletion == true);
}
