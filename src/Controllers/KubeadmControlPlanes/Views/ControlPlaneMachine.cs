using Slipway.Api.Bootstrap;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Views;

/// <summary>A Machine of the control plane with what belongs to it.</summary>
internal sealed record ControlPlaneMachine
{
    /// <summary>The Machine.</summary>
    public required Machine Machine { get; init; }

    /// <summary>Its KubeadmConfig; null where there is none.</summary>
    public KubeadmConfig? Config { get; init; }

    /// <summary>Its infrastructure object; null where there is none.</summary>
    public Unstructured? Infrastructure { get; init; }

    /// <summary>Its Node; null while it has none, or the workload cluster cannot be seen.</summary>
    public Node? Node { get; init; }

    /// <summary>What is known of its components now: conditions without times. Empty while the workload cluster cannot be seen.</summary>
    public IReadOnlyList<Condition> Health { get; init; } = [];

    /// <summary>Why it must be replaced, one sentence each; empty where it may stay.</summary>
    public IReadOnlyList<string> Outdated { get; init; } = [];

    /// <summary>The Machine's name.</summary>
    public string Name => Machine.Metadata.Name;

    /// <summary>The name of its Node; null while it has none.</summary>
    public string? NodeName => Machine.Status.NodeRef?.Name is { Length: > 0 } name ? name : null;

    /// <summary>Whether its deletion was asked for.</summary>
    public bool IsDeleting => Machine.Metadata.IsDeleting;

    /// <summary>Whether it is as the control plane wants it.</summary>
    public bool IsUpToDate => Outdated.Count == 0;

    /// <summary>The failure domain it is in; empty for none.</summary>
    public string FailureDomain => Machine.Spec.FailureDomain ?? Machine.Status.FailureDomain ?? "";

    /// <summary>Whether people marked it to go first.</summary>
    public bool IsMarked => Machine.Metadata.Annotations.ContainsKey(Annotations.DeleteMachine);

    /// <summary>Whether its health check failed and its owner is asked to replace it.</summary>
    public bool IsToRemediate =>
        ConditionSet.IsFalse(Machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded)
        && ConditionSet.IsFalse(Machine.Status.Conditions, ConditionTypes.OwnerRemediated);

    /// <summary>One of its health conditions: as it is now, else as it was last written; null where it was never known.</summary>
    /// <param name="type">The type.</param>
    public Condition? HealthOf(string type) =>
        ConditionSet.Get(Health, type) ?? ConditionSet.Get(Machine.Status.Conditions, type);

    /// <summary>Whether all of some components are known to be healthy.</summary>
    /// <param name="types">The types of their conditions.</param>
    public bool AreHealthy(IEnumerable<string> types) => types.All(t => HealthOf(t) is { Status: ConditionSet.True });

    /// <summary>Prints the name.</summary>
    public override string ToString() => Name;
}
