namespace Slipway.Api.Kubernetes;

/// <summary>What a kind is called.</summary>
public sealed record CustomResourceDefinitionNames
{
    /// <summary>The name in paths.</summary>
    public string Plural { get; init => field = value ?? ""; } = "";

    /// <summary>The name for one object.</summary>
    public string? Singular { get; init; }

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>The kind of its lists.</summary>
    public string? ListKind { get; init; }
}
