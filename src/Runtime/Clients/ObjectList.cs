namespace Slipway.Runtime.Clients;

/// <summary>A page of objects.</summary>
/// <param name="Items">Each object as UTF-8 JSON, ordered by namespace and name; to read, never to write.</param>
/// <param name="ResourceVersion">The revision shown; a watch from here misses nothing.</param>
/// <param name="Continue">The token of the next page; empty on the last.</param>
public sealed record ObjectList(IReadOnlyList<ReadOnlyMemory<byte>> Items, string ResourceVersion, string Continue = "");
