using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.V1Beta1.Core.Machines;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker cluster status.</summary>
internal sealed record DockerClusterStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure domains.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The ready.</summary>
    public bool? Ready { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
