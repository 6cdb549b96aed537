using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The docker machine backend spec.</summary>
public sealed record DockerMachineBackendSpec
{
    /// <summary>The bootstrap timeout.</summary>
    public string? BootstrapTimeout { get; init; }

    /// <summary>The custom image.</summary>
    public string? CustomImage { get; init; }

    /// <summary>The extra mounts.</summary>
    public IReadOnlyList<Mount> ExtraMounts { get; init => field = value ?? []; } = [];

    /// <summary>The pre load images.</summary>
    public IReadOnlyList<string> PreLoadImages { get; init => field = value ?? []; } = [];
}
