using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>All that one pass over a MachineHealthCheck may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The MachineHealthCheck.</summary>
    public required MachineHealthCheck Check { get; init; }

    /// <summary>Its cluster; null while it does not exist.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>The Machines it looks after, ordered by name.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>The template of remediation requests; null where Machines' owners replace them.</summary>
    public Unstructured? RemediationTemplate { get; init; }

    /// <summary>Why the template cannot be used; empty where it can.</summary>
    public string RemediationProblem { get; init; } = "";

    /// <summary>The kind of remediation requests; null where there are none.</summary>
    public ContractKind? RemediationKind { get; init; }

    /// <summary>The remediation requests that exist, by the name of their Machine.</summary>
    public IReadOnlyDictionary<string, Unstructured> Requests { get; init; } = new Dictionary<string, Unstructured>(0);

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }
}
