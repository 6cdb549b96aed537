using Slipway.Api.Core.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Providers.Dev;

/// <summary>A DevCluster or DockerCluster, as the backends see it.</summary>
/// <param name="Metadata">The object's metadata.</param>
/// <param name="Backend">What provides its machines.</param>
internal sealed record InfraCluster(ObjectMeta Metadata, BackendKind Backend)
{
    /// <summary>Where the control plane is reached; null while that is open.</summary>
    public APIEndpoint? Endpoint { get; init; }

    /// <summary>The failure domains that are wished for.</summary>
    public IReadOnlyList<FailureDomain> WantedFailureDomains { get; init; } = [];

    /// <summary>The failure domains that are reported.</summary>
    public IReadOnlyList<FailureDomain> FailureDomains { get; init; } = [];

    /// <summary>Whether machines can be made.</summary>
    public bool Provisioned { get; init; }

    /// <summary>What is reported.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
