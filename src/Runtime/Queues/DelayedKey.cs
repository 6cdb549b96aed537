using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Queues;

/// <summary>A key that was added for later.</summary>
/// <param name="Key">The key.</param>
/// <param name="Due">When it comes.</param>
/// <param name="Reason">What it waits for, for people.</param>
public readonly record struct DelayedKey(ObjectKey Key, DateTimeOffset Due, string Reason);
