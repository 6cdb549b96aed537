namespace Slipway.Server.Watching;

/// <summary>What a watcher is told: a change, or that all changes up to a revision have been told.</summary>
/// <param name="Event">The change; null for a bookmark.</param>
/// <param name="Revision">The revision of either.</param>
internal readonly record struct Signal(CacheEvent? Event, long Revision);
