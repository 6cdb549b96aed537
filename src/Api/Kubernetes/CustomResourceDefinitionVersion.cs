using System.Text.Json.Serialization;

namespace Slipway.Api.Kubernetes;

/// <summary>One version of a kind.</summary>
public sealed record CustomResourceDefinitionVersion
{
    /// <summary>The version.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Whether requests may name it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Served { get; init; }

    /// <summary>Whether objects are stored in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Storage { get; init; }
}
