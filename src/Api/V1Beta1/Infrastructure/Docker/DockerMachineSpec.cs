using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker machine spec.</summary>
internal sealed record DockerMachineSpec
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
    public string? ProviderID { get; init; }
}
