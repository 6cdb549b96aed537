namespace Slipway.Runtime.Clients;

/// <summary>A change of an object.</summary>
/// <param name="Type">How <paramref name="Body"/> is to be read.</param>
/// <param name="Body">UTF-8 JSON, or YAML for <see cref="PatchType.Apply"/>.</param>
public sealed record Patch(PatchType Type, ReadOnlyMemory<byte> Body);
