namespace Slipway.Unit.Server.Verbs;

/// <summary>Server-side apply over HTTPS.</summary>
public sealed class ApplyingOverHttps() : ApplyingContract(listens: true);
