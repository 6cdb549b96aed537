using System.Collections.ObjectModel;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>A part of the infrastructure that fails by itself, for example a zone.</summary>
public sealed record FailureDomain
{
    /// <summary>What the provider tells about it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether machines of the control plane may be placed in it.</summary>
    public bool? ControlPlane { get; init; }

    /// <summary>Its name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";
}
