namespace Slipway.Server.Security.Audit;

/// <summary>What of one request is written down.</summary>
/// <param name="Level">How much.</param>
/// <param name="OmitStages">Stages that are not written.</param>
/// <param name="OmitManagedFields">Whether bodies are written without managed fields.</param>
internal sealed record AuditChoice(AuditLevel Level, IReadOnlyList<string> OmitStages, bool OmitManagedFields);
