using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Contracts;

/// <summary>
/// Which version of a provider's kind keeps which contract, as the labels of its CustomResourceDefinition say:
/// <c>cluster.x-k8s.io/v1beta2: v1beta1_v1beta2</c> means that both versions keep contract v1beta2. Safe for concurrent use.
/// </summary>
public sealed class ContractCatalog
{
    private const string KindIndex = "groupKind";
    private static readonly string[] Known = [ContractKind.V1Beta2, ContractKind.V1Beta1];
    private readonly IInformer<CustomResourceDefinition> _definitions;

    /// <summary>A catalog over the definitions of one server.</summary>
    /// <param name="informers">The informers of that server.</param>
    public ContractCatalog(InformerCache informers)
    {
        ArgumentNullException.ThrowIfNull(informers);
        _definitions = informers.Of<CustomResourceDefinition>();
        _definitions.AddIndex(KindIndex, static d => [new GroupKind(d.Spec.Group, d.Spec.Names.Kind).ToString()]);
    }

    /// <summary>Waits until the definitions are known.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitForSyncAsync(CancellationToken cancellation) => _definitions.WaitForSyncAsync(cancellation);

    /// <summary>The version of a kind that keeps the newest contract known here.</summary>
    /// <param name="kind">The provider's kind.</param>
    public ContractLookup Find(GroupKind kind) =>
        _definitions.ByIndex(KindIndex, kind.ToString()).FirstOrDefault() is { } definition
            ? Find(definition)
            : new ContractLookup(null, $"No CustomResourceDefinition serves {kind.Kind} of group {kind.Group}: install the provider that brings it, or correct the reference");

    internal static ContractLookup Find(CustomResourceDefinition definition)
    {
        foreach (var contract in Known)
        {
            if (definition.Metadata.Labels.TryGetValue($"cluster.x-k8s.io/{contract}", out var label) && Newest(label) is { } version)
            {
                var names = definition.Spec.Names;
                var type = new ResourceType(definition.Spec.Group, version, names.Kind, names.Plural, definition.Spec.Scope != "Cluster");
                return new ContractLookup(new ContractKind(type, contract), "");
            }
        }

        return new ContractLookup(
            null,
            $"The CustomResourceDefinition {definition.Metadata.Name} says with no label which of its versions keeps a contract: it needs cluster.x-k8s.io/{ContractKind.V1Beta2} (or cluster.x-k8s.io/{ContractKind.V1Beta1}) with a version such as v1beta2");
    }

    private static string? Newest(string label) =>
        label.Split('_', StringSplitOptions.RemoveEmptyEntries).OrderBy(v => v, KubernetesVersionOrder.Instance).LastOrDefault();
}
