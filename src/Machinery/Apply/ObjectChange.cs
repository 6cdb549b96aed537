using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Walks;

namespace Slipway.Machinery.Apply;

/// <summary>A change of an object, compared once in each version that somebody asks for.</summary>
/// <param name="old">The object before.</param>
/// <param name="value">The object after.</param>
/// <param name="versions">The versions of the kind.</param>
internal sealed class ObjectChange(JsonObject old, JsonObject value, IObjectVersions versions)
{
    private readonly Dictionary<string, Comparison?> _known = new(StringComparer.Ordinal);

    /// <summary>What changed, in the words of a version; null where there is no such version any more.</summary>
    /// <param name="apiVersion">The version.</param>
    public Comparison? In(string apiVersion)
    {
        if (!_known.TryGetValue(apiVersion, out var comparison))
        {
            comparison = versions.TypeOf(apiVersion) is { } type
                ? ObjectComparison.Compare(versions.Convert(old, apiVersion), versions.Convert(value, apiVersion), type)
                : null;
            _known[apiVersion] = comparison;
        }

        return comparison;
    }
}
