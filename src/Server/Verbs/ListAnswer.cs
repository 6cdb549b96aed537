namespace Slipway.Server.Verbs;

/// <summary>A page of objects.</summary>
/// <param name="Items">Each object whole, as UTF-8 JSON with apiVersion and kind.</param>
/// <param name="ResourceVersion">The revision shown.</param>
/// <param name="Continue">The token of the next page; empty on the last.</param>
/// <param name="RemainingItemCount">How many follow; null where not known.</param>
internal sealed record ListAnswer(
    IReadOnlyList<ReadOnlyMemory<byte>> Items,
    long ResourceVersion,
    string Continue = "",
    long? RemainingItemCount = null);
