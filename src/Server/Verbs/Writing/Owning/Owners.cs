using System.Text.Json.Nodes;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>The managed fields of an object, apart from the object.</summary>
internal static class Owners
{
    private const string Name = "managedFields";

    /// <summary>Takes the managed fields out of an object.</summary>
    /// <param name="value">The object; it is changed.</param>
    /// <returns>The managed fields; null where there are none.</returns>
    public static JsonArray? Take(JsonObject value)
    {
        if (value["metadata"] is not JsonObject metadata || !metadata.Remove(Name, out var owners))
        {
            return null;
        }

        return owners as JsonArray;
    }

    /// <summary>Gives an object managed fields in place of those it has.</summary>
    /// <param name="value">The object; it is changed.</param>
    /// <param name="owners">The managed fields, which are its own from now on; null for none.</param>
    public static void Put(JsonObject value, JsonArray? owners)
    {
        Take(value);
        if (owners is not null)
        {
            Objects.Meta.Of(value)[Name] = owners;
        }
    }
}
