namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The mount.</summary>
public sealed record Mount
{
    /// <summary>The container path.</summary>
    public string? ContainerPath { get; init; }

    /// <summary>The host path.</summary>
    public string? HostPath { get; init; }

    /// <summary>The read only.</summary>
    public bool? ReadOnly { get; init; }
}
