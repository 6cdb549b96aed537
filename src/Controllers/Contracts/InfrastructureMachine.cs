using System.Text.Json.Nodes;
using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>What a Machine's infrastructure object tells, by whichever contract it keeps.</summary>
/// <param name="value">The object.</param>
/// <param name="contract">The contract it keeps.</param>
public sealed class InfrastructureMachine(Unstructured value, ContractKind contract)
{
    /// <summary>Whether the machine stands.</summary>
    public bool Provisioned =>
        (contract.IsV1Beta1 ? value.Flag("status", "ready") : value.Flag("status", "initialization", "provisioned")) == true;

    /// <summary>The id that the machine's Node carries too; null while it is not known.</summary>
    public string? ProviderId => value.Text("spec", "providerID") is { Length: > 0 } id ? id : null;

    /// <summary>Where the machine was placed; null where nothing is said.</summary>
    public string? FailureDomain =>
        value.Text("status", "failureDomain") is { Length: > 0 } domain ? domain : SpecFailureDomain;

    /// <summary>The deprecated <c>spec.failureDomain</c>; null where nothing is said.</summary>
    public string? SpecFailureDomain => value.Text("spec", "failureDomain") is { Length: > 0 } domain ? domain : null;

    /// <summary>Whether the machine may be taken away at any time.</summary>
    public bool Interruptible => value.Flag("status", "interruptible") == true;

    /// <summary>The machine's addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses =>
        value.At("status", "addresses") is JsonArray list
            ? [.. list.OfType<JsonObject>().Select(Read).Where(a => a.Address.Length > 0 && a.Type.Length > 0)]
            : [];

    private static MachineAddress Read(JsonObject address) => new()
    {
        Type = address["type"]?.GetValue<string>() ?? "",
        Address = address["address"]?.GetValue<string>() ?? "",
    };
}
