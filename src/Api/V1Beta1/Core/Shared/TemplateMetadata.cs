using System.Collections.ObjectModel;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>Labels and annotations of objects that are made.</summary>
internal sealed record TemplateMetadata
{
    /// <summary>Annotations of the objects made.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Labels of the objects made.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
