using Slipway.Machinery.Pki;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;

namespace Slipway.Providers.Shared;

/// <summary>What the providers work with.</summary>
/// <param name="Client">The management cluster; its writes must be known to <paramref name="Informers"/>.</param>
/// <param name="Informers">The management cluster's informers.</param>
/// <param name="Options">Clock, randomness and logs.</param>
/// <param name="Keys">Where keys come from.</param>
public sealed record ProviderContext(IClient Client, InformerCache Informers, RuntimeOptions Options, IKeySource Keys)
{
    /// <summary>Whether simulated machines stand in for containers, too.</summary>
    public bool Simulate { get; init; }

    /// <summary>The Docker Engine's address as <c>DOCKER_HOST</c> spells it; null or empty for the usual socket.</summary>
    public string? DockerHost { get; init; }

    /// <summary>Where simulated workload clusters keep their stores; null to keep them in memory, so that they end with the process.</summary>
    public string? ClusterDirectory { get; init; }
}
