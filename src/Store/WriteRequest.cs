namespace Slipway.Store;

/// <summary>A write of one key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The new value; null to delete the key.</param>
/// <param name="ExpectedRevision">The condition: 0 = the key must be absent; more = this must be its mod revision; null = none.</param>
public readonly record struct WriteRequest(string Key, ReadOnlyMemory<byte>? Value, long? ExpectedRevision)
{
    /// <summary>Writes a key that must not exist.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static WriteRequest Create(string key, ReadOnlyMemory<byte> value) => new(key, value, 0);

    /// <summary>Replaces a value that must still be the one that was read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="expectedRevision">The mod revision that was read.</param>
    public static WriteRequest Update(string key, ReadOnlyMemory<byte> value, long expectedRevision) => new(key, value, expectedRevision);

    /// <summary>Deletes a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expectedRevision">The mod revision that was read; null for whatever is there.</param>
    public static WriteRequest Delete(string key, long? expectedRevision) => new(key, null, expectedRevision);
}
