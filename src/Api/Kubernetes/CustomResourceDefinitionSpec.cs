namespace Slipway.Api.Kubernetes;

/// <summary>The kind and its versions.</summary>
public sealed record CustomResourceDefinitionSpec
{
    /// <summary>The API group.</summary>
    public string Group { get; init => field = value ?? ""; } = "";

    /// <summary>What the kind is called.</summary>
    public CustomResourceDefinitionNames Names { get; init => field = value ?? new(); } = new();

    /// <summary><c>Namespaced</c> or <c>Cluster</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The versions, the preferred first.</summary>
    public IReadOnlyList<CustomResourceDefinitionVersion> Versions { get; init => field = value ?? []; } = [];
}
