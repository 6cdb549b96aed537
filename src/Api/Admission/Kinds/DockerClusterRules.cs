using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Core.Shared;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.Json;

namespace Slipway.Api.Admission.Kinds;

/// <summary>DockerCluster.</summary>
internal sealed class DockerClusterRules : KindRules<DockerCluster>
{
    private const int Port = 6443;

    /// <summary>Defaults of a cluster of containers.</summary>
    /// <param name="value">The object; changed in place.</param>
    /// <param name="failureDomains">Where its failure domains are.</param>
    public static void FillDocker(JsonObject value, FieldPath failureDomains)
    {
        Defaults.Set(value, "spec.controlPlaneEndpoint.port", Port);
        foreach (var domain in (failureDomains.Get(value) as JsonArray ?? []).OfType<JsonObject>())
        {
            Defaults.Set(domain, "controlPlane", false);
        }
    }

    /// <summary>Failure domains stand in the order of their names, so that every reader sees the same.</summary>
    public static void Sorted(Faults faults, string field, IReadOnlyList<FailureDomain> domains)
    {
        for (var at = 1; at < domains.Count; at++)
        {
            if (string.CompareOrdinal(domains[at - 1].Name, domains[at].Name) > 0)
            {
                faults.Invalid(field, domains[at].Name, $"failure domains must be sorted by name: write it before \"{domains[at - 1].Name}\"");
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old) => FillDocker(value, "spec.failureDomains");

    /// <inheritdoc/>
    protected override void Check(DockerCluster value, DockerCluster? old, Faults faults) =>
        Sorted(faults, "spec.failureDomains", value.Spec.FailureDomains);
}
