namespace Slipway.Api.Infrastructure.Dev;

/// <summary>A cluster in memory; there is nothing to set.</summary>
public sealed record InMemoryClusterBackendSpec;
