namespace Slipway.Api.Kubernetes;

/// <summary>Names any object, wherever it lives.</summary>
public sealed record ObjectReference
{
    /// <summary>The group and version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The uid.</summary>
    public string? Uid { get; init; }

    /// <summary>The revision that was seen.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The part of the object that is meant.</summary>
    public string? FieldPath { get; init; }
}
