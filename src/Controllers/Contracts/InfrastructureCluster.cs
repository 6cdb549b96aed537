using System.Text.Json.Nodes;
using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>What a cluster's infrastructure object tells, by whichever contract it keeps.</summary>
/// <param name="value">The object.</param>
/// <param name="contract">The contract it keeps.</param>
public sealed class InfrastructureCluster(Unstructured value, ContractKind contract)
{
    /// <summary>Whether the infrastructure stands.</summary>
    public bool Provisioned =>
        (contract.IsV1Beta1 ? value.Flag("status", "ready") : value.Flag("status", "initialization", "provisioned")) == true;

    /// <summary>Where the control plane is to be reached; null while host or port is missing.</summary>
    public APIEndpoint? ControlPlaneEndpoint => Endpoints.Read(value);

    /// <summary>The failure domains offered, ordered by name.</summary>
    public IReadOnlyList<FailureDomain> FailureDomains
    {
        get
        {
            var domains = value.At("status", "failureDomains") switch
            {
                JsonArray list => list.OfType<JsonObject>().Select(d => Read(d["name"]?.GetValue<string>() ?? "", d)),
                JsonObject map => map.Select(p => Read(p.Key, p.Value as JsonObject)),
                _ => [],
            };
            return [.. domains.Where(d => d.Name.Length > 0).OrderBy(d => d.Name, StringComparer.Ordinal)];
        }
    }

    private static FailureDomain Read(string name, JsonObject? domain) => new()
    {
        Name = name,
        ControlPlane = domain?["controlPlane"]?.GetValue<bool>(),
        Attributes = domain?["attributes"] is JsonObject attributes
            ? attributes.ToDictionary(p => p.Key, p => p.Value?.GetValue<string>() ?? "")
            : new Dictionary<string, string>(0),
    };
}
