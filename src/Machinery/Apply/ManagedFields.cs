using System.Text.Json.Nodes;

namespace Slipway.Machinery.Apply;

/// <summary>The entries of <c>metadata.managedFields</c> as a whole.</summary>
public static class ManagedFields
{
    private const int MostUpdaters = 10;

    /// <summary>Whether somebody asks that all be forgotten: by an empty list, or one empty entry.</summary>
    /// <param name="json">The managed fields that he wrote.</param>
    public static bool IsReset(JsonArray json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Count == 0 || (json.Count == 1 && json[0] is null or JsonObject { Count: 0 });
    }

    /// <summary>
    /// Reads the entries that this server wrote and takes them out of the list; their fields are looked at when they are
    /// asked for.
    /// </summary>
    /// <param name="json">The managed fields; null for none.</param>
    /// <returns>The entries; none where one is not valid, for then none can be trusted.</returns>
    public static IReadOnlyList<ManagedEntry> Read(JsonArray? json)
    {
        var entries = new List<ManagedEntry>(json?.Count ?? 0);
        foreach (var item in json ?? [])
        {
            if (ManagedEntry.Read(item) is not { } entry)
            {
                return [];
            }

            entries.Add(entry);
        }

        json?.Clear();
        return entries;
    }

    /// <summary>Reads the entries that a client wrote, and brings their fields into canonical form.</summary>
    /// <param name="json">The managed fields.</param>
    /// <returns>The entries; none where one is not valid.</returns>
    public static IReadOnlyList<ManagedEntry> ReadForeign(JsonArray json)
    {
        try
        {
            var entries = Read((JsonArray)json.DeepClone());
            return [.. entries.Select(e => e.With(e.Fields)).Where((e, i) => !entries.Skip(i + 1).Any(l => SameOwner(e, l)))];
        }
        catch (FormatException)
        {
            // Entries that cannot be read are as good as none: the object's own entries stay in force.
            return [];
        }
    }

    /// <summary>Writes entries in their order: appliers before updaters, then by time and name.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The managed fields; null for none.</returns>
    public static JsonArray? Write(IReadOnlyCollection<ManagedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Count == 0
            ? null
            : [.. entries
                .OrderBy(e => e.Operation)
                .ThenBy(e => e.Seconds)
                .ThenBy(e => e.Manager, StringComparer.Ordinal)
                .ThenBy(e => e.ApiVersion, StringComparer.Ordinal)
                .ThenBy(e => e.Subresource, StringComparer.Ordinal)
                .Select(e => (JsonNode)e.Write())];
    }

    /// <summary>Joins the oldest entries of updaters, by version, until there are no more than ten.</summary>
    /// <param name="entries">The entries; they are changed.</param>
    internal static void Cap(List<ManagedEntry> entries)
    {
        var updaters = entries
            .Where(e => e.Operation == ManagedOperation.Update)
            .OrderBy(e => e.Seconds).ThenBy(e => e.Manager, StringComparer.Ordinal).ThenBy(e => e.ApiVersion, StringComparer.Ordinal)
            .ToList();
        var firsts = new Dictionary<string, ManagedEntry>(StringComparer.Ordinal);
        for (var (i, count) = (0, updaters.Count); i < updaters.Count && count > MostUpdaters; i++)
        {
            var updater = updaters[i];
            if (!firsts.TryGetValue(updater.ApiVersion, out var first))
            {
                firsts[updater.ApiVersion] = updater;
                continue;
            }

            var author = new FieldAuthor(FieldAuthor.Ancient, ManagedOperation.Update);
            var joined = ManagedEntry.Of(author, updater.ApiVersion, updater.Time, first.Fields.Union(updater.Fields));
            entries.Remove(first);
            entries.Remove(updater);
            entries.Add(joined);
            firsts[updater.ApiVersion] = joined;
            count--;
        }
    }

    private static bool SameOwner(ManagedEntry one, ManagedEntry other) =>
        one.IsOf(new FieldAuthor(other.Manager, other.Operation, other.Subresource), other.ApiVersion);
}
