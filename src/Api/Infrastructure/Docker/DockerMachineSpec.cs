using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker machine spec.</summary>
public sealed record DockerMachineSpec : IOmitEmpty
{
    /// <summary>The bootstrap timeout.</summary>
    public string? BootstrapTimeout { get; init; }

    /// <summary>The custom image.</summary>
    public string? CustomImage { get; init; }

    /// <summary>The extra mounts.</summary>
    public IReadOnlyList<Mount> ExtraMounts { get; init => field = value ?? []; } = [];

    /// <summary>The pre load images.</summary>
    public IReadOnlyList<string> PreLoadImages { get; init => field = value ?? []; } = [];

    /// <summary>The provider ID.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }
}
