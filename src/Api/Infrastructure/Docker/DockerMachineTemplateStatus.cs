using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker machine template status.</summary>
public sealed record DockerMachineTemplateStatus : IOmitEmpty
{
    /// <summary>The capacity.</summary>
    [ItemLimits(Pattern = Patterns.Quantity)]
    public IReadOnlyDictionary<string, IntOrString> Capacity { get; init => field = value ?? ReadOnlyDictionary<string, IntOrString>.Empty; } = ReadOnlyDictionary<string, IntOrString>.Empty;
}
