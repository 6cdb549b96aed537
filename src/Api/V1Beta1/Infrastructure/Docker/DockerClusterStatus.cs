using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.V1Beta1.Core.Machines;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>How far the infrastructure is.</summary>
internal sealed record DockerClusterStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure domains that machines can be placed in.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>Whether the object has once been complete.</summary>
    public bool? Ready { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
