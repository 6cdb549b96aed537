using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>The object reference.</summary>
[AtomicMap]
internal sealed record ObjectReference
{
    /// <summary>The api version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The field path.</summary>
    public string? FieldPath { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>The resource version.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The uid.</summary>
    public string? Uid { get; init; }
}
