using System.Numerics;
using System.Runtime.InteropServices;

namespace Slipway.Store.Sqlite;

/// <summary>Where a store's file stands beside its rows.</summary>
/// <param name="Revision">No revision up to this one may be given again, even where its row is gone.</param>
/// <param name="Compacted">From here on there is history.</param>
/// <param name="Swept">The rows that are not needed since a compaction are gone up to here.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Line(long Revision, long Compacted, long Swept)
{
    /// <summary>Tells whether the numbers are those that were written.</summary>
    public long Checksum => ~BitOperations.Crc32C(BitOperations.Crc32C(BitOperations.Crc32C(uint.MaxValue, (ulong)Revision), (ulong)Compacted), (ulong)Swept);
}
