namespace Slipway.Api.Infrastructure.Docker;

/// <summary>A directory of the host in a container.</summary>
public sealed record Mount
{
    /// <summary>The directory in the container.</summary>
    public string? ContainerPath { get; init; }

    /// <summary>The directory on the host.</summary>
    public string? HostPath { get; init; }

    /// <summary>Whether the container can only read it.</summary>
    public bool? ReadOnly { get; init; }
}
