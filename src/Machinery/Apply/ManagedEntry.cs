using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;

namespace Slipway.Machinery.Apply;

/// <summary>The fields that one manager owns through one operation: an entry of <c>metadata.managedFields</c>. Immutable.</summary>
public sealed record ManagedEntry
{
    private FieldSet? _fields;

    private ManagedEntry()
    {
    }

    /// <summary>The entry as it was read; null where its fields changed since.</summary>
    private JsonObject? Source { get; init; }

    /// <summary>The fields of <see cref="Source"/>.</summary>
    private JsonObject? Written { get; init; }

    /// <summary>Who owns the fields.</summary>
    public string Manager { get; private init; } = "";

    /// <summary>How the fields came to be owned.</summary>
    public ManagedOperation Operation { get; private init; }

    /// <summary>The version in which the fields are named.</summary>
    public string ApiVersion { get; private init; } = "";

    /// <summary>The subresource through which they were written; empty for the object itself.</summary>
    public string Subresource { get; private init; } = "";

    /// <summary>When the entry last changed, RFC 3339; empty where nobody noted it.</summary>
    public string Time { get; private init; } = "";

    /// <summary>The fields.</summary>
    public FieldSet Fields => _fields ??= FieldSetJson.Read(Written);

    /// <summary><see cref="Time"/> in seconds since 1970; 0 for none.</summary>
    internal long Seconds =>
        DateTimeOffset.TryParse(Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUnixTimeSeconds() : 0;

    /// <summary>A new entry.</summary>
    /// <param name="author">Who owns the fields, how, and through what.</param>
    /// <param name="apiVersion">The version in which they are named.</param>
    /// <param name="time">The time.</param>
    /// <param name="fields">The fields.</param>
    public static ManagedEntry Of(FieldAuthor author, string apiVersion, string time, FieldSet fields)
    {
        ArgumentNullException.ThrowIfNull(author);
        return new()
        {
            Manager = author.Manager,
            Operation = author.Operation,
            ApiVersion = apiVersion,
            Subresource = author.Subresource,
            Time = time,
            _fields = fields,
        };
    }

    /// <summary>Reads an entry; its fields are looked at when they are asked for.</summary>
    /// <param name="json">The entry.</param>
    /// <returns>The entry, or null where it is none.</returns>
    public static ManagedEntry? Read(JsonNode? json)
    {
        if (json is not JsonObject entry || Text(entry, "fieldsType") != "FieldsV1" || Text(entry, "apiVersion") is not { Length: > 0 } apiVersion
            || Text(entry, "operation") is not ("Apply" or "Update") || entry["fieldsV1"] is not (null or JsonObject))
        {
            return null;
        }

        return new()
        {
            Manager = Text(entry, "manager"),
            Operation = Text(entry, "operation") == "Apply" ? ManagedOperation.Apply : ManagedOperation.Update,
            ApiVersion = apiVersion,
            Subresource = Text(entry, "subresource"),
            Time = Text(entry, "time"),
            Source = entry,
            Written = entry["fieldsV1"] as JsonObject ?? [],
        };
    }

    /// <summary>Writes the entry; one that was read and stands in nothing else is handed on as it is.</summary>
    public JsonObject Write()
    {
        if (Source is not null)
        {
            var kept = Source.Parent is null ? Source : (JsonObject)Source.DeepClone();
            if (Text(kept, "time") != Time)
            {
                kept["time"] = Time;
            }

            return kept;
        }

        var entry = new JsonObject { ["apiVersion"] = ApiVersion, ["fieldsType"] = "FieldsV1", ["fieldsV1"] = FieldSetJson.Write(Fields) };
        if (Manager.Length > 0)
        {
            entry["manager"] = Manager;
        }

        entry["operation"] = Operation == ManagedOperation.Apply ? "Apply" : "Update";
        if (Subresource.Length > 0)
        {
            entry["subresource"] = Subresource;
        }

        if (Time.Length > 0)
        {
            entry["time"] = Time;
        }

        return entry;
    }

    /// <summary>Whether this is the entry of an author; an updater has one for each version, an applier one in all.</summary>
    /// <param name="author">The author.</param>
    /// <param name="apiVersion">The version in which he writes.</param>
    public bool IsOf(FieldAuthor author, string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(author);
        return Manager == author.Manager && Operation == author.Operation && Subresource == author.Subresource
            && (Operation == ManagedOperation.Apply || ApiVersion == apiVersion);
    }

    /// <summary>The entry with other fields.</summary>
    /// <param name="fields">The fields.</param>
    internal ManagedEntry With(FieldSet fields) => this with { Source = null, Written = null, _fields = fields };

    /// <summary>The entry with another time.</summary>
    /// <param name="time">The time.</param>
    internal ManagedEntry At(string time) => this with { Time = time };

    /// <summary>Whether the entry may have a field of a set, or one below it.</summary>
    /// <param name="set">The set.</param>
    internal bool Overlaps(FieldSet set) => Written is not null ? FieldSetJson.Overlaps(Written, set) : !Fields.Intersect(set).IsEmpty;

    /// <summary>Whether the entry has all fields of a set.</summary>
    /// <param name="set">The set.</param>
    internal bool Covers(FieldSet set) => Written is not null ? FieldSetJson.Covers(Written, set) : set.Except(Fields).IsEmpty;

    private static string Text(JsonObject entry, string name) => entry[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
