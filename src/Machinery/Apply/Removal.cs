using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Walks;

namespace Slipway.Machinery.Apply;

/// <summary>Takes out of an object what an applier no longer wants, but neither what others own nor what nobody does.</summary>
/// <param name="versions">The versions of the kind.</param>
/// <param name="claims">Who claims what, the applier with what it wants now.</param>
internal sealed class Removal(IObjectVersions versions, IReadOnlyList<ManagedEntry> claims)
{
    /// <summary>Takes out what was applied last time and is no longer claimed.</summary>
    /// <param name="merged">The object, with what is applied now; it is not changed.</param>
    /// <param name="last">What the applier applied last time.</param>
    /// <param name="apiVersion">The version wanted.</param>
    public JsonObject Run(JsonObject merged, ManagedEntry last, string apiVersion)
    {
        var claimed = Claimed();
        if (claimed.Count == 1 && claimed.TryGetValue(last.ApiVersion, out var all) && last.Fields.Except(all).IsEmpty)
        {
            return merged;
        }

        var type = versions.TypeOf(last.ApiVersion)!;
        var whole = versions.Convert(merged, last.ApiVersion);
        var lastFields = FieldShapes.WithNamedParents(last.Fields, type);
        var pruned = ItemRemoval.Without(whole, lastFields, type);

        // First in the version of what is removed: a conversion may need fields that others own.
        foreach (var (version, fields) in claimed.OrderBy(c => c.Key != last.ApiVersion).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            pruned = AddBack(merged, pruned, version, fields);
        }

        // What nobody owns stays, though it stands inside of what is removed.
        var gone = FieldsOf(whole, last.ApiVersion).Except(FieldsOf(versions.Convert(pruned, last.ApiVersion), last.ApiVersion));
        var rest = ItemRemoval.Without(whole, gone.Intersect(lastFields), type);
        return versions.Convert(rest, apiVersion);
    }

    private Dictionary<string, FieldSet> Claimed()
    {
        var claimed = new Dictionary<string, FieldSet>(StringComparer.Ordinal);
        foreach (var entry in claims)
        {
            claimed[entry.ApiVersion] = claimed.TryGetValue(entry.ApiVersion, out var known) ? known.Union(entry.Fields) : entry.Fields;
        }

        return claimed;
    }

    private JsonObject AddBack(JsonObject merged, JsonObject pruned, string version, FieldSet claimed)
    {
        var type = versions.TypeOf(version)!;
        var whole = versions.Convert(merged, version);
        var kept = FieldsOf(versions.Convert(pruned, version), version).Union(FieldShapes.WithNamedParents(claimed, type));
        return ItemRemoval.Without(whole, FieldsOf(whole, version).Except(kept), type);
    }

    private FieldSet FieldsOf(JsonObject value, string version)
    {
        var type = versions.TypeOf(version)!;
        return FieldShapes.WithNamedParents(ObjectFields.Of(value, type), type);
    }
}
