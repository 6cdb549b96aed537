using System.Text.Json.Nodes;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>
/// The status of a CustomResourceDefinition as a function of its spec and of the kinds that are served already. It is
/// computed with the write of the spec, so that a definition is established at once or never by itself.
/// </summary>
internal static class DefinitionStatus
{
    /// <summary>Brings the status up to date.</summary>
    /// <param name="value">The definition.</param>
    /// <param name="served">The kinds served now; the definition's own earlier state among them does not count.</param>
    /// <param name="now">The time of conditions that change.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Update(JsonObject value, ResourceSet served, DateTimeOffset now)
    {
        var before = value["status"]?.ToJsonString();
        if (value["status"] is not JsonObject status)
        {
            value["status"] = status = [];
        }

        var spec = value["spec"] as JsonObject ?? [];
        StoreVersion(spec, status);
        Approval.Tell(value, Meta.String(spec, "group"), status, now);
        if (Conflict(spec, served) is { } conflict)
        {
            Conditions.Set(status, ("NamesAccepted", "False", conflict.Reason, conflict.Message), now);
            if (!Conditions.IsTrue(value, "Established"))
            {
                Conditions.Set(status, ("Established", "False", "NotAccepted", "not all names are accepted"), now);
            }
        }
        else
        {
            status["acceptedNames"] = spec["names"]?.DeepClone() ?? new JsonObject();
            Conditions.Set(status, ("NamesAccepted", "True", "NoConflicts", "no conflicts found"), now);
            Conditions.Set(status, ("Established", "True", "InitialNamesAccepted", "the initial names have been accepted"), now);
        }

        status["acceptedNames"] ??= new JsonObject { ["kind"] = "", ["plural"] = "" };
        return before != status.ToJsonString();
    }

    private static void StoreVersion(JsonObject spec, JsonObject status)
    {
        var storage = (spec["versions"] as JsonArray)?.OfType<JsonObject>()
            .FirstOrDefault(v => v["storage"]?.GetValueKind() == System.Text.Json.JsonValueKind.True);
        var stored = Meta.Strings(status, "storedVersions");
        if (Meta.String(storage, "name") is { Length: > 0 } name && !stored.Contains(name))
        {
            Meta.SetStrings(status, "storedVersions", [.. stored, name]);
        }
    }

    private static (string Reason, string Message)? Conflict(JsonObject spec, ResourceSet served)
    {
        var group = Meta.String(spec, "group");
        var names = spec["names"] as JsonObject;
        var plural = Meta.String(names, "plural");
        foreach (var other in served.Definitions)
        {
            if (other.Kind.Group != group || (other.Plural == plural && !other.BuiltIn))
            {
                continue;
            }

            HashSet<string> taken = [other.Plural, other.Singular, .. other.ShortNames];
            foreach (var (reason, name) in Words(names))
            {
                if (taken.Contains(name))
                {
                    return (reason, $"\"{name}\" is already in use by {other.QualifiedPlural}");
                }
            }

            foreach (var (reason, name) in (ReadOnlySpan<(string, string)>)[("KindConflict", Meta.String(names, "kind")), ("ListKindConflict", Meta.String(names, "listKind"))])
            {
                if (name == other.Kind.Kind || name == other.ListKind)
                {
                    return (reason, $"\"{name}\" is already in use by {other.QualifiedPlural}");
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Reason, string Name)> Words(JsonObject? names) =>
    [
        ("PluralConflict", Meta.String(names, "plural")),
        ("SingularConflict", Meta.String(names, "singular")),
        .. Meta.Strings(names, "shortNames").Select(s => ("ShortNamesConflict", s)),
    ];
}
