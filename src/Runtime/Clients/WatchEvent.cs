namespace Slipway.Runtime.Clients;

/// <summary>One change.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Object">The object after the change (before it, for a deletion) as UTF-8 JSON; to read, never to write.</param>
public readonly record struct WatchEvent(WatchEventType Type, ReadOnlyMemory<byte> Object);
