using System.Diagnostics.CodeAnalysis;
using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.Contracts;

/// <summary>What a reference to a provider's object leads to.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Object">The object, in the version that keeps the contract; null where there is none.</param>
/// <param name="Kind">Its kind; null where nobody serves it.</param>
/// <param name="Problem">Where there is no object: what is missing and what to do, as a sentence; else empty.</param>
public sealed record ExternalObject(ContractVersionedObjectReference Reference, Unstructured? Object, ContractKind? Kind, string Problem)
{
    /// <summary>Whether the object exists.</summary>
    [MemberNotNullWhen(true, nameof(Object), nameof(Kind))]
    public bool Found => Object is not null && Kind is not null;

    /// <summary>Whether the object exists and its deletion was asked for.</summary>
    public bool IsDeleting => Object?.Metadata.IsDeleting == true;

    /// <summary>Prints kind and name.</summary>
    public override string ToString() => $"{Reference.Kind} {Reference.Name}";
}
