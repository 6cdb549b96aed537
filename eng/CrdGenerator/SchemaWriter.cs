using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Slipway.CrdGenerator;

/// <summary>Writes the OpenAPI schema of a record: its types, its attributes, its doc comments.</summary>
internal sealed class SchemaWriter(JsonText json, CancellationToken cancellation)
{
    private static readonly string[] RootNames = ["apiVersion", "kind", "metadata"];

    /// <summary>Writes the fields of a kind into the open schema object.</summary>
    public void Root(INamedTypeSymbol type)
    {
        var fields = Fields(type).Where(f => !RootNames.Contains(f.Name)).ToList();
        Required(fields);
        json.Name("properties").Open().Raw(KnownSchemas.ObjectFields.Trim());
        Properties(fields);
        json.Close();
    }

    private static List<(string Name, IPropertySymbol Property)> Fields(INamedTypeSymbol type) =>
        [.. type.GetMembers().OfType<IPropertySymbol>()
            .Where(p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } && p.Name != "EqualityContract" && !IsIgnored(p))
            .Select(p => (JsonName(p), p))];

    private static bool IsIgnored(IPropertySymbol property) =>
        property.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonIgnoreAttribute" && a.NamedArguments.Length == 0);

    private static string JsonName(IPropertySymbol property) => char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    private void Required(List<(string Name, IPropertySymbol Property)> fields)
    {
        var required = fields.Where(f => Attributes.Has(f.Property, "Required")).Select(f => f.Name).ToList();
        if (required.Count > 0)
        {
            json.Texts("required", required);
        }
    }

    private void Properties(List<(string Name, IPropertySymbol Property)> fields)
    {
        foreach (var (name, property) in fields)
        {
            cancellation.ThrowIfCancellationRequested();
            json.Name(name).Open();
            if (DocText.Of(property, cancellation) is { Length: > 0 } text)
            {
                json.Text("description", text);
            }

            Value(property, property.Type);
            Limits(Attributes.One(property, "Limits"));
            ListKind(property);
            if (Attributes.One(property, "Allowed") is { } allowed)
            {
                json.Texts("enum", Attributes.Strings(allowed));
            }

            if (Attributes.One(property, "Default") is { } standard)
            {
                json.Json("default", (string)standard.ConstructorArguments[0].Value!);
            }

            Rules(property);
            json.Close();
        }
    }

    private void Value(IPropertySymbol property, ITypeSymbol type, int depth = 1)
    {
        if (type is INamedTypeSymbol { Name: "Nullable", TypeArguments.Length: 1 } nullable)
        {
            Value(property, nullable.TypeArguments[0], depth);
            return;
        }

        switch (type.ToDisplayString(NullableFlowState.None, SymbolDisplayFormat.FullyQualifiedFormat))
        {
            case "string":
                json.Text("type", "string");
                break;
            case "bool":
                json.Text("type", "boolean");
                break;
            case "int" or "long":
                json.Text("type", "integer");
                if (!HasFormat(property, depth))
                {
                    json.Text("format", type.SpecialType == SpecialType.System_Int32 ? "int32" : "int64");
                }

                break;
            case "global::System.DateTimeOffset":
                json.Text("type", "string").Text("format", "date-time");
                break;
            case "global::System.Text.Json.Nodes.JsonNode":
                json.Json("x-kubernetes-preserve-unknown-fields", "true");
                break;
            case "global::Slipway.Api.Core.Shared.IntOrString":
                json.Json("anyOf", "[{\"type\":\"integer\"},{\"type\":\"string\"}]").Json("x-kubernetes-int-or-string", "true");
                break;
            case "global::Slipway.Machinery.Objects.Condition":
                json.Raw(KnownSchemas.Condition.Trim());
                break;
            case "global::Slipway.Machinery.Objects.LabelSelector":
                json.Raw(KnownSchemas.LabelSelector.Trim());
                break;
            default:
                Structure(property, type, depth);
                break;
        }
    }

    private void Structure(IPropertySymbol property, ITypeSymbol type, int depth)
    {
        switch (type)
        {
            case INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list:
                json.Text("type", "array");
                Items("items", property, list.TypeArguments[0], depth);
                break;
            case INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments.Length: 2 } map:
                json.Text("type", "object");
                Items("additionalProperties", property, map.TypeArguments[1], depth);
                break;
            case INamedTypeSymbol { IsRecord: true } record:
                Record(record);
                break;
            default:
                throw new UnknownTypeException($"{property.ToDisplayString()}: no schema is known for the type {type.ToDisplayString()}");
        }
    }

    private void Items(string keyword, IPropertySymbol property, ITypeSymbol type, int depth)
    {
        json.Name(keyword).Open();
        Value(property, type, depth + 1);
        Limits(ItemLimits(property, depth));
        if (depth == 1 && Attributes.One(property, "ItemAllowed") is { } allowed)
        {
            json.Texts("enum", Attributes.Strings(allowed));
        }

        json.Close();
    }

    private void Record(INamedTypeSymbol record)
    {
        json.Text("type", "object");
        if (Attributes.One(record, "MinProperties") is { } least)
        {
            json.Json("minProperties", Number(least.ConstructorArguments[0].Value!));
        }

        if (Attributes.Has(record, "AtomicMap"))
        {
            json.Text("x-kubernetes-map-type", "atomic");
        }

        Rules(record);
        var fields = Fields(record);
        Required(fields);
        if (fields.Count > 0)
        {
            json.Name("properties").Open();
            Properties(fields);
            json.Close();
        }
    }

    private static AttributeData? ItemLimits(IPropertySymbol property, int depth) =>
        Attributes.All(property, "ItemLimits").FirstOrDefault(a => (Attributes.Named(a, "Depth") as int? ?? 1) == depth);

    private static bool HasFormat(IPropertySymbol property, int depth) =>
        (depth == 1 ? Attributes.One(property, "Limits") : ItemLimits(property, depth - 1)) is { } limits && Attributes.Named(limits, "Format") is string;

    private void Limits(AttributeData? limits)
    {
        foreach (var argument in limits?.NamedArguments ?? [])
        {
            switch (argument.Key)
            {
                case "Depth" or "Format" when argument.Value.Value is int or "":
                    break;
                case "Pattern" or "Format":
                    json.Text(argument.Key.ToLowerInvariant(), (string)argument.Value.Value!);
                    break;
                default:
                    json.Json(char.ToLowerInvariant(argument.Key[0]) + argument.Key.Substring(1), Number(argument.Value.Value!));
                    break;
            }
        }
    }

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private void ListKind(IPropertySymbol property)
    {
        if (Attributes.One(property, "ListMap") is { } map)
        {
            json.Text("x-kubernetes-list-type", "map").Texts("x-kubernetes-list-map-keys", Attributes.Strings(map));
        }
        else if (Attributes.Has(property, "AtomicList"))
        {
            json.Text("x-kubernetes-list-type", "atomic");
        }
    }

    private void Rules(ISymbol symbol)
    {
        var rules = Attributes.All(symbol, "Rule").ToList();
        if (rules.Count == 0)
        {
            return;
        }

        json.Name("x-kubernetes-validations").OpenList();
        foreach (var rule in rules)
        {
            json.Open()
                .Text("rule", (string)rule.ConstructorArguments[0].Value!)
                .Text("message", (string)rule.ConstructorArguments[1].Value!)
                .Close();
        }

        json.CloseList();
    }
}
