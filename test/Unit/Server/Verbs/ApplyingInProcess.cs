namespace Slipway.Unit.Server.Verbs;

/// <summary>Server-side apply.</summary>
public sealed class ApplyingInProcess() : ApplyingContract(listens: false);
