namespace Slipway.Unit.Server.Watching;

/// <summary>Reading collections.</summary>
public sealed class ListsOverHttps() : ListsContract(listens: true);
