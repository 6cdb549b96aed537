using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>The own writes up to one moment.</summary>
/// <param name="Revision">The highest revision written.</param>
/// <param name="Deleted">The objects deleted, by uid.</param>
internal readonly record struct OwnWritesMark(long Revision, KeyValuePair<string, ObjectKey>[] Deleted);
