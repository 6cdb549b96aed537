using System.Text.Json.Nodes;

namespace Slipway.Machinery.Apply;

/// <summary>What an apply leads to.</summary>
/// <param name="Value">The object wanted.</param>
/// <param name="Managed">Who owns which fields then.</param>
public sealed record AppliedObject(JsonObject Value, IReadOnlyList<ManagedEntry> Managed);
