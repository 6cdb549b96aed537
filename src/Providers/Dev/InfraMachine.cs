using Slipway.Api.Core.Shared;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Machinery.Objects;

namespace Slipway.Providers.Dev;

/// <summary>A DevMachine or DockerMachine, as the backends see it.</summary>
/// <param name="Metadata">The object's metadata.</param>
/// <param name="Backend">What provides it.</param>
internal sealed record InfraMachine(ObjectMeta Metadata, BackendKind Backend)
{
    /// <summary>How a simulated machine is to come up; null for at once.</summary>
    public InMemoryMachineBackendSpec? Boot { get; init; }

    /// <summary>The machine's id for the cloud; null while there is none.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Its addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init; } = [];

    /// <summary>Where it runs.</summary>
    public string? FailureDomain { get; init; }

    /// <summary>Whether it exists.</summary>
    public bool Provisioned { get; init; }

    /// <summary>What is reported.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
