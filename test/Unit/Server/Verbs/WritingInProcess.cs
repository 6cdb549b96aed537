namespace Slipway.Unit.Server.Verbs;

/// <summary>Creating and changing objects.</summary>
public sealed class WritingInProcess() : WritingContract(listens: false);
