using System.Collections.ObjectModel;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>A part of the infrastructure that fails by itself, for example a zone.</summary>
internal sealed record FailureDomainSpec
{
    /// <summary>What the provider tells about it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether machines of the control plane may be placed in it.</summary>
    public bool? ControlPlane { get; init; }
}
