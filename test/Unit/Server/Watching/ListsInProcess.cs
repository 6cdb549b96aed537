namespace Slipway.Unit.Server.Watching;

/// <summary>Reading collections.</summary>
public sealed class ListsInProcess() : ListsContract(listens: false);
