using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>What is known of the machines before any is made.</summary>
public sealed record DockerMachineTemplateStatus : IOmitEmpty
{
    /// <summary>The resources of each machine, by which an autoscaler can judge a group without machines.</summary>
    [ItemLimits(Pattern = Patterns.Quantity)]
    public IReadOnlyDictionary<string, IntOrString> Capacity { get; init => field = value ?? ReadOnlyDictionary<string, IntOrString>.Empty; } = ReadOnlyDictionary<string, IntOrString>.Empty;
}
