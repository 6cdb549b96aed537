namespace Slipway.Unit.Server.Verbs;

/// <summary>The end of objects.</summary>
public sealed class DeletingInProcess() : DeletingContract(listens: false);
