using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Server.Callouts;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>CustomResourceDefinitions: names, versions, conversion; their status comes with every write of the spec.</summary>
/// <param name="registry">The kinds served.</param>
/// <param name="clock">The clock of conditions.</param>
internal sealed class DefinitionRules(ResourceRegistry registry, TimeProvider clock) : IKindAdmission
{

    /// <inheritdoc/>
    public GroupKind Kind => CustomResource.DefinitionKind;

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (request.Subresource.Length > 0 || request.Object["spec"] is not JsonObject spec)
        {
            return;
        }

        if (spec["names"] is JsonObject names && Meta.String(names, "kind") is { Length: > 0 } kind)
        {
            Fill(names, "singular", kind.ToLowerInvariant());
            Fill(names, "listKind", $"{kind}List");
        }

        if (spec["conversion"] is not JsonObject conversion)
        {
            spec["conversion"] = conversion = [];
        }

        Fill(conversion, "strategy", "None");
        if (conversion["webhook"]?["clientConfig"]?["service"] is JsonObject service)
        {
            service["port"] ??= JsonValue.Create((long)CalloutAddress.DefaultPort);
        }

        if (request.Object["metadata"]?["deletionTimestamp"] is null)
        {
            DefinitionStatus.Update(request.Object, registry.Current, clock.GetUtcNow());
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        if (request.Object["spec"] is not JsonObject spec)
        {
            errors.Add(Invalid.Required("spec"));
            return errors;
        }

        CheckNames(request.Object, spec, errors);
        DefinitionVersions.Check(spec, request.OldObject?["spec"] as JsonObject, errors);
        DefinitionConversion.Check(spec, registry, errors);
        CheckStored(request.Object, spec, errors);
        if (spec["preserveUnknownFields"]?.GetValueKind() == JsonValueKind.True)
        {
            errors.Add(Invalid.Value("spec.preserveUnknownFields", spec["preserveUnknownFields"], "must be false: use x-kubernetes-preserve-unknown-fields in the schema"));
        }

        if (request.OldObject?["spec"] is JsonObject old)
        {
            CheckUnchanged(old, spec, errors);
        }

        return errors;
    }

    private static void CheckNames(JsonObject value, JsonObject spec, List<FieldError> errors)
    {
        var group = Meta.String(spec, "group");
        if (group.Length == 0)
        {
            errors.Add(Invalid.Required("spec.group"));
        }
        else if (Names.SubdomainFault(group) is { } fault)
        {
            errors.Add(Invalid.Value("spec.group", group, fault));
        }
        else if (!group.Contains('.'))
        {
            errors.Add(Invalid.Value("spec.group", group, "should be a domain with at least one dot"));
        }
        else
        {
            Approval.Check(value, group, errors);
        }

        if (Meta.String(spec, "scope") is not ("Namespaced" or "Cluster") and var scope)
        {
            errors.Add(scope.Length == 0 ? Invalid.Required("spec.scope") : Invalid.Choice("spec.scope", scope, "Cluster", "Namespaced"));
        }

        var names = spec["names"] as JsonObject;
        var plural = CheckWord(names, "plural", errors);
        CheckWord(names, "singular", errors);
        CheckKind(names, "kind", errors);
        CheckKind(names, "listKind", errors);
        if (Meta.String(names, "kind").Length > 0 && Meta.String(names, "kind") == Meta.String(names, "listKind"))
        {
            errors.Add(Invalid.Value("spec.names.listKind", names!["listKind"], "kind and listKind may not be the same"));
        }

        foreach (var word in Meta.Strings(names, "shortNames").Select((w, i) => (w, $"spec.names.shortNames[{i}]"))
            .Concat(Meta.Strings(names, "categories").Select((w, i) => (w, $"spec.names.categories[{i}]"))))
        {
            if (Names.Fault(word.w, NameRule.LetterLabel) is { } fault)
            {
                errors.Add(Invalid.Value(word.Item2, word.w, fault));
            }
        }

        var wanted = $"{plural}.{group}";
        if (plural.Length > 0 && group.Length > 0 && Meta.Text(value, "name") != wanted)
        {
            errors.Add(Invalid.Value("metadata.name", Meta.Text(value, "name"), $"must be spec.names.plural+\".\"+spec.group, that is \"{wanted}\""));
        }
    }

    private static string CheckWord(JsonObject? names, string field, List<FieldError> errors)
    {
        var word = Meta.String(names, field);
        if (word.Length == 0)
        {
            errors.Add(Invalid.Required($"spec.names.{field}"));
        }
        else if (Names.Fault(word, NameRule.LetterLabel) is { } fault)
        {
            errors.Add(Invalid.Value($"spec.names.{field}", word, fault));
        }

        return word;
    }

    private static void CheckKind(JsonObject? names, string field, List<FieldError> errors)
    {
        var word = Meta.String(names, field);
        if (word.Length == 0)
        {
            errors.Add(Invalid.Required($"spec.names.{field}"));
        }
        else if (Names.Fault(word.ToLowerInvariant(), NameRule.LetterLabel) is { } fault)
        {
            errors.Add(Invalid.Value($"spec.names.{field}", word, $"may have mixed case, but should otherwise match: {fault}"));
        }
    }

    private static void CheckStored(JsonObject value, JsonObject spec, List<FieldError> errors)
    {
        var versions = (spec["versions"] as JsonArray)?.Select(v => Meta.String(v as JsonObject, "name")).ToList() ?? [];
        var stored = Meta.Strings(value["status"] as JsonObject, "storedVersions");
        for (var i = 0; i < stored.Count; i++)
        {
            if (!versions.Contains(stored[i]))
            {
                errors.Add(Invalid.Value(
                    $"status.storedVersions[{i}]",
                    stored[i],
                    $"missing from spec.versions; {stored[i]} was previously a storage version, and must remain in spec.versions until a storage migration ensures "
                    + $"no data remains persisted in {stored[i]} and removes {stored[i]} from status.storedVersions"));
            }
        }
    }

    private static void CheckUnchanged(JsonObject old, JsonObject spec, List<FieldError> errors)
    {
        foreach (var field in (ReadOnlySpan<string>)["group", "scope"])
        {
            if (Meta.String(old, field) != Meta.String(spec, field))
            {
                errors.Add(Invalid.Immutable($"spec.{field}", spec[field]));
            }
        }

        foreach (var field in (ReadOnlySpan<string>)["plural", "kind"])
        {
            if (Meta.String(old["names"] as JsonObject, field) != Meta.String(spec["names"] as JsonObject, field))
            {
                errors.Add(Invalid.Immutable($"spec.names.{field}", spec["names"]?[field]));
            }
        }
    }

    private static void Fill(JsonObject map, string name, string value)
    {
        if (Meta.String(map, name).Length == 0)
        {
            map[name] = value;
        }
    }
}
