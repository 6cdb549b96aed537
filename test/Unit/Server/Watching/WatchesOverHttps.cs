namespace Slipway.Unit.Server.Watching;

/// <summary>Following collections.</summary>
public sealed class WatchesOverHttps() : WatchesContract(listens: true);
