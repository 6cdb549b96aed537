using System.Collections.ObjectModel;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The failure domain.</summary>
public sealed record FailureDomain
{
    /// <summary>The attributes.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The control plane.</summary>
    public bool? ControlPlane { get; init; }

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";
}
