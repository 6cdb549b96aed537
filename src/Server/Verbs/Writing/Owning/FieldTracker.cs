using System.Text.Json.Nodes;
using Slipway.Machinery.Apply;
using Slipway.Machinery.Apply.Types;
using Slipway.Runtime.Clients;
using Slipway.Server.Objects;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>Counts who owns which field after writes that are no apply.</summary>
internal static class FieldTracker
{
    /// <summary>The managed fields of a new object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object in the stored version.</param>
    /// <param name="options">Who writes.</param>
    /// <param name="now">The time.</param>
    public static JsonArray? Created(Call call, JsonObject value, WriteOptions options, DateTimeOffset now)
    {
        var versions = new KindVersions(call.Definition);
        var apiVersion = call.Definition.Type(call.Version).ApiVersion;
        value = versions.Convert(value, apiVersion);
        var empty = call.Definition.BuiltIn && versions.TypeOf(apiVersion) is { } type ? Frame(value, type) : [];
        return ManagedFields.Write(new Ownership(versions).Update([], empty, value, AuthorOf(call, options), Meta.Time(now)));
    }

    /// <summary>The managed fields of a changed object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="states">The object before and after, in the stored version, without managed fields.</param>
    /// <param name="owners">The managed fields before, and those that the caller wants instead; null for none.</param>
    /// <param name="options">Who writes.</param>
    /// <param name="now">The time.</param>
    public static JsonArray? Changed(
        Call call, (JsonObject Old, JsonObject Value) states, (JsonArray? Old, JsonArray? Wanted) owners, WriteOptions options, DateTimeOffset now)
    {
        var managed = Claims(call, owners.Old, owners.Wanted);
        if (managed.Count == 0)
        {
            // Of an object that nobody tracked, or whose owners were just forgotten, nothing is known until somebody applies.
            return null;
        }

        var versions = new KindVersions(call.Definition);
        var value = versions.Convert(states.Value, call.Definition.Type(call.Version).ApiVersion);
        return ManagedFields.Write(new Ownership(versions).Update(managed, states.Old, value, AuthorOf(call, options), Meta.Time(now)));
    }

    /// <summary>Who writes through a call that is no apply.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">What the caller says.</param>
    private static FieldAuthor AuthorOf(Call call, WriteOptions options) => new(options.FieldManager, ManagedOperation.Update, call.Subresource);

    /// <summary>A client's own entries count where they can be read; one that knows no managed fields does not lose them.</summary>
    private static IReadOnlyList<ManagedEntry> Claims(Call call, JsonArray? old, JsonArray? wanted)
    {
        if (wanted is not null && call.Subresource.Length == 0)
        {
            if (ManagedFields.IsReset(wanted))
            {
                return [];
            }

            if (ManagedFields.ReadForeign(wanted) is { Count: > 0 } entries)
            {
                return entries;
            }
        }

        return ManagedFields.Read(old);
    }

    /// <summary>The objects inside of an object that are there before anybody writes.</summary>
    private static JsonObject Frame(JsonObject value, IMergeType type)
    {
        var frame = new JsonObject();
        foreach (var (name, member) in value)
        {
            if (member is JsonObject inner && BuiltInFacts.IsAlwaysThere(name) && type.Names(name) && type.Member(name) is { IsAtomicMap: false } below)
            {
                frame[name] = Frame(inner, below);
            }
        }

        return frame;
    }
}
