using System.Text.Json.Nodes;
using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>What a control plane object tells, by whichever contract it keeps.</summary>
/// <param name="value">The object.</param>
/// <param name="contract">The contract it keeps.</param>
public sealed class ControlPlane(Unstructured value, ContractKind contract)
{
    /// <summary>The object's kind and name, for sentences.</summary>
    public string Display => $"{value.Kind} {value.Metadata.Name}";

    /// <summary>Whether the control plane has answered its first request.</summary>
    public bool Initialized =>
        (contract.IsV1Beta1 ? value.Flag("status", "initialized") : value.Flag("status", "initialization", "controlPlaneInitialized")) == true;

    /// <summary>Where the control plane is to be reached, where the provider says so; null while host or port is missing.</summary>
    public APIEndpoint? ControlPlaneEndpoint => Endpoints.Read(value);

    /// <summary>Whether somebody else runs the control plane, so that it has no Machines and no Nodes.</summary>
    public bool ExternallyManaged => value.Flag("status", "externalManagedControlPlane") == true;

    /// <summary>The Kubernetes version wanted; null where the provider manages none.</summary>
    public string? Version => value.Text("spec", "version") is { Length: > 0 } version ? version : null;

    /// <summary>The versions running, oldest first.</summary>
    public IReadOnlyList<StatusVersion> Versions
    {
        get
        {
            if (value.At("status", "versions") is JsonArray { Count: > 0 } list)
            {
                return [.. list.OfType<JsonObject>().Select(v => new StatusVersion
                {
                    Version = v["version"]?.GetValue<string>() ?? "",
                    Replicas = v["replicas"] is { } replicas ? (int)replicas.GetValue<long>() : null,
                })];
            }

            return value.Text("status", "version") is { Length: > 0 } version ? [new StatusVersion { Version = version }] : [];
        }
    }

    /// <summary>Machines wanted; null where the provider has no such number.</summary>
    public int? DesiredReplicas => (int?)value.Number("spec", "replicas");

    /// <summary>Machines that exist.</summary>
    public int? Replicas => (int?)value.Number("status", "replicas");

    /// <summary>Machines that are ready.</summary>
    public int? ReadyReplicas => (int?)value.Number("status", "readyReplicas");

    /// <summary>Machines that are available.</summary>
    public int? AvailableReplicas => contract.IsV1Beta1
        ? Replicas - ((int?)value.Number("status", "unavailableReplicas") ?? 0)
        : (int?)value.Number("status", "availableReplicas");

    /// <summary>Machines that are as the object's spec wants them.</summary>
    public int? UpToDateReplicas =>
        (int?)(contract.IsV1Beta1 ? value.Number("status", "updatedReplicas") : value.Number("status", "upToDateReplicas"));

    /// <summary>Whether no version runs yet.</summary>
    public bool IsProvisioning => Versions.Count == 0;

    /// <summary>Whether a version older than the wanted one still runs.</summary>
    public bool IsUpgrading =>
        KubernetesVersion.Parse(Version) is { } wanted
        && Versions.Any(v => KubernetesVersion.Parse(v.Version) is { } running && running.CompareTo(wanted) < 0);

    /// <summary>The object itself.</summary>
    public Unstructured Object => value;
}
