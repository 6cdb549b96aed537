using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>What a Machine's bootstrap object tells, by whichever contract it keeps.</summary>
/// <param name="value">The object.</param>
/// <param name="contract">The contract it keeps.</param>
public sealed class BootstrapConfig(Unstructured value, ContractKind contract)
{
    /// <summary>Whether the Secret with the bootstrap data exists.</summary>
    public bool DataSecretCreated =>
        (contract.IsV1Beta1 ? value.Flag("status", "ready") : value.Flag("status", "initialization", "dataSecretCreated")) == true;

    /// <summary>The name of that Secret; null while it is not known.</summary>
    public string? DataSecretName => value.Text("status", "dataSecretName") is { Length: > 0 } name ? name : null;
}
