using System.Text.Json.Nodes;

namespace Slipway.Server.Verbs.Writing;

/// <summary>What a change comes to.</summary>
/// <param name="Value">The object as it would be stored.</param>
/// <param name="Stored">Its stored form; null where nothing changes.</param>
/// <param name="Ends">Whether the object goes, for it was waiting for nothing but this change.</param>
internal sealed record ChangePlan(JsonObject Value, byte[]? Stored, bool Ends);
