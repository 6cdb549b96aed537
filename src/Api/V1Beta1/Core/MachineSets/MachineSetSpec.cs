using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>The machines wanted.</summary>
internal sealed record MachineSetSpec
{
    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>Which machines go first when there are too many: Random (as where absent), Newest or Oldest.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? DeletePolicy { get; init; }

    /// <summary>How the machines are named.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>How many machines there are to be; 1 where absent.</summary>
    public int? Replicas { get; init; }

    /// <summary>Which machines belong to this object; the labels of the template must match.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The machines to make. A change of it does not touch those that exist.</summary>
    public V1Beta1.Core.Machines.MachineTemplateSpec? Template { get; init; }
}
