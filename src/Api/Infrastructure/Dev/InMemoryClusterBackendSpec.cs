namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The in memory cluster backend spec.</summary>
public sealed record InMemoryClusterBackendSpec;
