namespace Slipway.Store;

/// <summary>A value as it is stored.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">The bytes; to read, never to write.</param>
/// <param name="CreateRevision">The revision at which the key last came into being.</param>
/// <param name="ModRevision">The revision of this value.</param>
/// <param name="Version">How often the key was written since it came into being, from 1.</param>
public sealed record StoredValue(string Key, ReadOnlyMemory<byte> Value, long CreateRevision, long ModRevision, long Version);
