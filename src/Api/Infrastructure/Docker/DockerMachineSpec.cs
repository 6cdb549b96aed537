using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The container wanted.</summary>
public sealed record DockerMachineSpec : IOmitEmpty
{
    /// <summary>How long bootstrapping may take, as in "3m"; three minutes where absent.</summary>
    public string? BootstrapTimeout { get; init; }

    /// <summary>The node image to run in place of the one that fits the machine's version.</summary>
    public string? CustomImage { get; init; }

    /// <summary>Directories of the host that appear in the container.</summary>
    public IReadOnlyList<Mount> ExtraMounts { get; init => field = value ?? []; } = [];

    /// <summary>Images that are copied from the host's engine into the container before it bootstraps.</summary>
    public IReadOnlyList<string> PreLoadImages { get; init => field = value ?? []; } = [];

    /// <summary>The machine's name among all machines of the infrastructure; set by the controller.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }
}
