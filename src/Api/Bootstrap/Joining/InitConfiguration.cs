using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>What kubeadm is told about the first machine of the control plane.</summary>
[MinProperties(1)]
public sealed record InitConfiguration : IOmitEmpty
{
    /// <summary>Tokens that are made when the cluster is.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<BootstrapToken> BootstrapTokens { get; init => field = value ?? []; } = [];

    /// <summary>Where the machine's own API server answers.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }

    /// <summary>How the machine becomes a node.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>Patches for the files that kubeadm makes.</summary>
    public Patches? Patches { get; init; }

    /// <summary>Phases of kubeadm init that are left out.</summary>
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];

    /// <summary>How long kubeadm waits for each thing.</summary>
    public Timeouts? Timeouts { get; init; }
}
