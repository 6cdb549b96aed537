using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>What kubeadm is told about the first machine of the control plane.</summary>
internal sealed record InitConfiguration
{
    /// <summary>The version of kubeadm's own format; ignored.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Tokens that are made when the cluster is.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<BootstrapToken> BootstrapTokens { get; init => field = value ?? []; } = [];

    /// <summary>The kind in kubeadm's own format; ignored.</summary>
    public string? Kind { get; init; }

    /// <summary>Where the machine's own API server answers.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }

    /// <summary>How the machine becomes a node.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>Patches for the files that kubeadm makes.</summary>
    public Patches? Patches { get; init; }

    /// <summary>Phases of kubeadm init that are left out.</summary>
    [Limits(MaxItems = 50)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];
}
