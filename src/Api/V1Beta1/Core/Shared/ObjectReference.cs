using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>Names an object by version, namespace and name.</summary>
[AtomicMap]
internal sealed record ObjectReference
{
    /// <summary>The object's group and version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The part of the object that is meant; ignored.</summary>
    public string? FieldPath { get; init; }

    /// <summary>The object's kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The object's name.</summary>
    public string? Name { get; init; }

    /// <summary>The object's namespace; that of the referring object.</summary>
    public string? Namespace { get; init; }

    /// <summary>The revision that is meant; ignored.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The object's uid; ignored.</summary>
    public string? Uid { get; init; }
}
