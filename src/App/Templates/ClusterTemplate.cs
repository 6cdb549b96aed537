namespace Slipway.App.Templates;

/// <summary>What <c>generate cluster</c> is asked for.</summary>
/// <param name="Name">The cluster's name.</param>
/// <param name="Namespace">The namespace of all objects.</param>
/// <param name="KubernetesVersion">For example <c>v1.36.2</c>.</param>
/// <param name="ControlPlaneMachines">How many control-plane machines.</param>
/// <param name="WorkerMachines">How many workers.</param>
internal sealed record ClusterTemplate(
    string Name,
    string Namespace,
    string KubernetesVersion,
    int ControlPlaneMachines,
    int WorkerMachines)
{
    /// <summary>Where the machines come from.</summary>
    public string Infrastructure { get; init; } = InMemory;

    /// <summary>The variant; empty or <see cref="Development"/>.</summary>
    public string Flavor { get; init; } = "";

    /// <summary>Machines played in this program.</summary>
    public const string InMemory = "in-memory";

    /// <summary>Machines as containers.</summary>
    public const string Docker = "docker";

    /// <summary>The variant for trying things out: the engine's socket inside the control plane, host-path volumes.</summary>
    public const string Development = "development";

    /// <summary>The cluster as YAML documents.</summary>
    public string ToYaml() => Infrastructure == Docker ? DockerTemplate.Yaml(this) : InMemoryTemplate.Yaml(this);
}
