using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Types;

namespace Slipway.Machinery.Apply;

/// <summary>The versions of a kind, in each of which fields may be owned.</summary>
public interface IObjectVersions
{
    /// <summary>The type of the kind's objects in a version; null where there is no such version any more.</summary>
    /// <param name="apiVersion">The version, with its group.</param>
    IMergeType? TypeOf(string apiVersion);

    /// <summary>An object in a version.</summary>
    /// <param name="value">The object in any version; it is not changed.</param>
    /// <param name="apiVersion">A version that there is.</param>
    /// <returns>The object; may be <paramref name="value"/>.</returns>
    JsonObject Convert(JsonObject value, string apiVersion);
}
