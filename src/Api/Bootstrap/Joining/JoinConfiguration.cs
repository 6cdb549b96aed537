using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>What kubeadm is told about each machine that joins.</summary>
[MinProperties(1)]
public sealed record JoinConfiguration : IOmitEmpty
{
    /// <summary>The cluster's authority, a path on the machine.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CaCertPath { get; init; }

    /// <summary>Settings of a machine that joins the control plane; absent for workers.</summary>
    public JoinControlPlane? ControlPlane { get; init; }

    /// <summary>How the machine comes to trust the cluster; made by the controller where absent.</summary>
    public Discovery? Discovery { get; init; }

    /// <summary>How the machine becomes a node.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>Patches for the files that kubeadm makes.</summary>
    public Patches? Patches { get; init; }

    /// <summary>Phases of kubeadm join that are left out.</summary>
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];

    /// <summary>How long kubeadm waits for each thing.</summary>
    public Timeouts? Timeouts { get; init; }
}
