using System.Text.Json.Nodes;
using Slipway.Machinery.Apply;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Unit.Machinery.Support;

namespace Slipway.Unit.Machinery.Apply;

/// <summary>An object with its owners, to which managers apply and write in turn. JSON is written with single quotes.</summary>
internal sealed class ApplyRig : IObjectVersions
{
    public const string Schema = """
        {"type":"object","properties":{"spec":{"type":"object","properties":{
          "num":{"type":"integer"},"text":{"type":"string"},
          "map":{"type":"object","additionalProperties":{"type":"string"}},
          "atom":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"string"},"b":{"type":"string"}}},
          "list":{"type":"array","items":{"type":"string"}},
          "set":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
          "numbers":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"integer"}},
          "items":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","properties":{
            "name":{"type":"string"},"value":{"type":"string"},"inner":{"type":"object","properties":{"x":{"type":"integer"},"y":{"type":"integer"}}}}}},
          "ports":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["port","protocol"],"items":{"type":"object","properties":{
            "port":{"type":"integer"},"protocol":{"type":"string","default":"TCP"},"title":{"type":"string"}}}},
          "any":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}
        """;

    private readonly Dictionary<string, IMergeType> _types;
    private JsonObject _live = [];

    public ApplyRig(params (string Version, string Schema)[] versions)
    {
        _types = versions.Length == 0
            ? new() { ["v1"] = TypeFrom(Schema) }
            : versions.ToDictionary(v => v.Version, v => TypeFrom(v.Schema));
    }

    public IReadOnlyList<ManagedEntry> Managed { get; private set; } = [];

    public int Clock { get; set; }

    public static IMergeType TypeFrom(string schema) => SchemaMergeType.Of(Slipway.Machinery.Schemas.Schema.Parse((JsonObject)JsonGen.Parse(schema)!));

    /// <summary>The object's spec.</summary>
    public string Spec => (_live["spec"]?.ToJsonString() ?? "").Replace('"', '\'');

    public IMergeType? TypeOf(string apiVersion) => _types.GetValueOrDefault(apiVersion);

    public JsonObject Convert(JsonObject value, string apiVersion)
    {
        if (value.Count == 0 || (string?)value["apiVersion"] == apiVersion)
        {
            return value;
        }

        var converted = (JsonObject)value.DeepClone();
        converted["apiVersion"] = apiVersion;
        if (converted["spec"] is JsonObject spec)
        {
            // In v2 the text is called words.
            var (from, to) = apiVersion == "v2" ? ("text", "words") : ("words", "text");
            if (spec.Remove(from, out var text))
            {
                spec[to] = text;
            }
        }

        return converted;
    }

    public ApplyRig Apply(string manager, string spec, bool force = false, string version = "v1")
    {
        var applied = new Ownership(this).Apply(
            Convert(_live, version), Managed, new(Object(spec, version), version, new(manager, ManagedOperation.Apply), Time()) { Force = force });
        (_live, Managed) = (applied.Value, applied.Managed);
        return this;
    }

    public ApplyRig Update(string manager, string spec, string version = "v1")
    {
        var value = Object(spec, version);
        Managed = new Ownership(this).Update(Managed, _live, value, new(manager, ManagedOperation.Update), Time());
        _live = value;
        return this;
    }

    /// <summary>Forgets all owners.</summary>
    public void Forget() => Managed = [];

    /// <summary>The fields that a manager owns below the spec, one in a word, in the order in which they are written.</summary>
    public string Owned(string manager) => string.Join(
        ' ', Managed.Where(e => e.Manager == manager).SelectMany(e => e.Fields.Paths.Select(p => FieldSet.Describe(p))).Select(p => p.Replace(".spec", "").Replace('"', '\'')));

    public string ConflictsOf(string manager, string spec)
    {
        var e = Assert.Throws<ApplyConflictException>(() => Apply(manager, spec));
        return string.Join(' ', e.Conflicts.Select(c => $"{c.Owner.Manager}{c.Field.Replace(".spec", "").Replace('"', '\'')}"));
    }

    private string Time() => $"2026-01-01T00:00:{Clock++:00}Z";

    private static JsonObject Object(string spec, string version) => new()
    {
        ["apiVersion"] = version,
        ["kind"] = "Thing",
        ["metadata"] = new JsonObject { ["name"] = "x" },
        ["spec"] = JsonGen.Parse(spec),
    };
}
