using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>The template metadata.</summary>
[MinProperties(1)]
public sealed record TemplateMetadata : IOmitEmpty
{
    /// <summary>The annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
