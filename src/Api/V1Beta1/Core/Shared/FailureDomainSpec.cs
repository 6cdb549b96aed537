using System.Collections.ObjectModel;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>The failure domain spec.</summary>
internal sealed record FailureDomainSpec
{
    /// <summary>The attributes.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The control plane.</summary>
    public bool? ControlPlane { get; init; }
}
