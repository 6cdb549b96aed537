using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>Labels and annotations of objects that are made.</summary>
[MinProperties(1)]
public sealed record TemplateMetadata : IOmitEmpty
{
    /// <summary>Annotations of the objects made.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Labels of the objects made.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
