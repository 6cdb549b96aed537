namespace Slipway.Unit.Server.Verbs;

/// <summary>Creating and changing objects.</summary>
public sealed class WritingOverHttps() : WritingContract(listens: true);
