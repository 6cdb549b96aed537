using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Resources;

/// <summary>CustomResourceDefinitions: what is accepted, and what then is served.</summary>
public sealed class Definitions
{
    private static readonly ResourceType Gadget = new("demo.example.io", "v1", "Gadget", "gadgets");

    private static JsonObject Make(Action<JsonObject>? change = null)
    {
        var definition = (JsonObject)JsonNode.Parse(WidgetDefinition.Replace("widget", "gadget", StringComparison.Ordinal).Replace("Widget", "Gadget", StringComparison.Ordinal)
            .Replace("\"wd\"", "\"gd\"", StringComparison.Ordinal))!;
        change?.Invoke(definition);
        return definition;
    }

    private static Task<Unstructured> CreateAsync(TestServer server, JsonObject definition) => server.CreateAsync(Definition, definition.ToJsonString());

    [Fact]
    public async Task A_new_one_is_established_and_served_when_its_creation_is_answered()
    {
        await using var server = await StartAsync();
        var made = await CreateAsync(server, Make(d => d["spec"]!.AsObject().Remove("conversion")));
        Assert.Equal("True", Condition(made, "NamesAccepted"));
        Assert.Equal("True", Condition(made, "Established"));
        Assert.Equal("[\"v1\"]", made.At("status", "storedVersions")!.ToJsonString());
        Assert.Equal("gadgets", made.Text("status", "acceptedNames", "plural"));
        Assert.Equal("None", made.Text("spec", "conversion", "strategy"));
        var gadget = await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"g"},"spec":{}}""");
        Assert.Equal(1, gadget.Number("spec", "replicas"));
    }

    [Fact]
    public async Task Names_that_are_taken_wait_until_they_are_free()
    {
        await using var server = await StartAsync();
        var made = await CreateAsync(server, Make(d => d["spec"]!["names"]!["shortNames"] = new JsonArray("wd")));
        Assert.Equal("False", Condition(made, "NamesAccepted"));
        Assert.Equal("False", Condition(made, "Established"));
        Assert.Equal(404, (await RefusedAsync(() => server.GetAsync(Gadget, "g"))).Code);
        await server.DeleteAsync(Definition, "widgets.demo.example.io");
        await server.GoneAsync(Definition, "widgets.demo.example.io");
        await foreach (var change in server.Client.WatchAsync(new WatchRequest(Definition, "") { FieldSelector = "metadata.name=gadgets.demo.example.io" }, Stop))
        {
            if (Condition(Unstructured.Parse(change.Object.Span), "Established") == "True")
            {
                break;
            }
        }

        await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"g"}}""");
    }

    [Fact]
    public async Task With_the_definition_its_objects_go()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("free");
        await server.CreateWidgetAsync("held", metadata: """ "finalizers":["x.io/one"] """);
        var marked = await server.DeleteAsync(Definition, "widgets.demo.example.io");
        Assert.Equal(["customresourcecleanup.apiextensions.k8s.io"], marked.Metadata.Finalizers);
        Assert.Equal("True", Condition(marked, "Terminating"));
        await server.GoneAsync(Widget, "free");
        Assert.Equal(405, (await RefusedAsync(() => server.CreateWidgetAsync("late"))).Code);
        await server.PatchAsync(Widget, "held", """{"metadata":{"finalizers":null}}""");
        await server.GoneAsync(Definition, "widgets.demo.example.io");
        Assert.Equal("the server could not find the requested resource", (await RefusedAsync(() => server.GetAsync(Widget, "held"))).Message);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "name", "metadata.name: Invalid value: \"other.demo.example.io\": must be spec.names.plural+\".\"+spec.group" },
        { "group", "spec.group: Invalid value: \"nodots\": should be a domain with at least one dot" },
        { "approval", "metadata.annotations[api-approved.kubernetes.io]: Required value" },
        { "scope", "spec.scope: Unsupported value: \"Galaxy\": supported values: \"Cluster\", \"Namespaced\"" },
        { "versions", "spec.versions: Required value" },
        { "storage", "must have exactly one version marked as storage version" },
        { "schema", "spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required" },
        { "twice", "spec.versions[1].name: Duplicate value: \"v1\"" },
        { "column", "spec.versions[0].additionalPrinterColumns[0].type: Invalid value: \"text\": must be one of boolean,date,integer,number,string" },
        { "scale", "spec.versions[0].subresources.scale.specReplicasPath: Invalid value: \".status.replicas\": should be a json path under .spec" },
        { "webhook", "spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook" },
        { "reviews", "spec.conversion.conversionReviewVersions: Invalid value: [\"v9\"]: must include at least one of v1, v1beta1" },
        { "http", "spec.conversion.webhookClientConfig.url: Invalid value: \"http\": 'https' is the only allowed URL scheme" },
        { "needless", "spec.conversion.webhookClientConfig: Forbidden: should not be set when strategy is not set to Webhook" },
        { "path", "spec.versions[0].additionalPrinterColumns[0].jsonPath: Invalid value: \"a\": must be a simple json path starting with ." },
        { "format", "spec.versions[0].additionalPrinterColumns[0].format: Invalid value: \"odd\": must be one of byte,date,date-time,double,float,int32,int64,password" },
        { "labels", "spec.versions[0].subresources.scale.labelSelectorPath: Invalid value: \".x\": should be a json path under either .spec or .status" },
        { "selectable", "spec.versions[0].selectableFields[0].jsonPath: Invalid value: \".metadata.name\": must not point to fields in metadata" },
        { "unknown field", "spec.versions[0].selectableFields[0].jsonPath: Invalid value: \".spec.zz\": is an invalid path" },
        { "object field", "spec.versions[0].selectableFields[0].jsonPath: Invalid value: \".spec\": must point to a field of type string, boolean or integer" },
        { "nine fields", "spec.versions[0].selectableFields: Too many: 9: must have at most 8 items" },
        { "warning", "spec.versions[0].deprecationWarning: Invalid value: \"old\": can only be set for deprecated versions" },
        { "root", "spec.versions[0].schema.openAPIV3Schema.nullable: Forbidden: is not allowed at the root of the schema if the status subresource is enabled" },
        { "rule", "spec.versions[0].schema.openAPIV3Schema.x-kubernetes-validations[0].rule: Invalid value: apiextensions.ValidationRule{Rule:\"self.zz == 1\", Message:\"\", MessageExpression:\"\", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}: compilation failed: ERROR: <input>:1:5: undefined field 'zz'\n | self.zz == 1\n | ....^" },
        { "unapproved", "metadata.annotations[api-approved.kubernetes.io]: Invalid value: \"yes\": protected groups must have approval annotation \"api-approved.kubernetes.io\" with either a URL or a reason starting with \"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111" },
        { "preserve", "spec.preserveUnknownFields: Invalid value: true: must be false" },
        { "structure", "spec.versions[0].schema.openAPIV3Schema.properties[spec].type: Required value" },
        { "kind", "spec.names.listKind: Invalid value: \"Gadget\": kind and listKind may not be the same" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_named(string fault, string message)
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => CreateAsync(server, Make(d => Break(d, fault))));
        Assert.Equal(422, status.Code);
        Assert.Contains(message, status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_in_which_objects_may_be_stored_stays()
    {
        await using var server = await StartAsync();
        await CreateAsync(server, Make());
        var moved = await server.PatchAsync(Definition, "gadgets.demo.example.io", """
            [{"op":"replace","path":"/spec/versions/0/storage","value":false},{"op":"replace","path":"/spec/versions/1/storage","value":true}]
            """, PatchType.Json);
        Assert.Equal("[\"v1\",\"v1beta1\"]", moved.At("status", "storedVersions")!.ToJsonString());
        var status = await RefusedAsync(() => server.PatchAsync(
            Definition, "gadgets.demo.example.io", """[{"op":"remove","path":"/spec/versions/0"}]""", PatchType.Json));
        Assert.Contains("status.storedVersions[0]: Invalid value: \"v1\"", status.Message, StringComparison.Ordinal);
        await server.PatchAsync(Definition, "gadgets.demo.example.io", """{"status":{"storedVersions":["v1beta1"]}}""", subresource: "status");
        await server.PatchAsync(Definition, "gadgets.demo.example.io", """[{"op":"remove","path":"/spec/versions/0"}]""", PatchType.Json);
        Assert.Equal(404, (await RefusedAsync(() => server.GetAsync(Gadget, "g"))).Code);
    }

    [Fact]
    public async Task What_names_the_kind_never_changes()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.PatchAsync(Definition, "widgets.demo.example.io", """{"spec":{"scope":"Cluster","names":{"kind":"Other"}}}"""));
        Assert.Contains("spec.scope: Invalid value: \"Cluster\": field is immutable", status.Message, StringComparison.Ordinal);
        Assert.Contains("spec.names.kind: Invalid value: \"Other\": field is immutable", status.Message, StringComparison.Ordinal);
    }

    private static string Condition(Unstructured value, string type) =>
        (string?)(value.At("status", "conditions") as JsonArray)?.OfType<JsonObject>().FirstOrDefault(c => (string?)c["type"] == type)?["status"] ?? "";

    private static void Hook(JsonObject spec, string url, string version) => spec["conversion"] = new JsonObject
    {
        ["strategy"] = "Webhook",
        ["webhook"] = new JsonObject { ["clientConfig"] = new JsonObject { ["url"] = url }, ["conversionReviewVersions"] = new JsonArray(version) },
    };

    private static void Break(JsonObject definition, string fault)
    {
        var spec = (JsonObject)definition["spec"]!;
        var version = (JsonObject)spec["versions"]![0]!;
        switch (fault)
        {
            case "name": definition["metadata"]!["name"] = "other.demo.example.io"; break;
            case "group": spec["group"] = "nodots"; break;
            case "approval": spec["group"] = "demo.k8s.io"; break;
            case "scope": spec["scope"] = "Galaxy"; break;
            case "versions": spec["versions"] = new JsonArray(); break;
            case "storage": version["storage"] = false; break;
            case "schema": version.Remove("schema"); break;
            case "twice": spec["versions"]![1]!["name"] = "v1"; break;
            case "column": version["additionalPrinterColumns"] = JsonNode.Parse("""[{"name":"A","type":"text","jsonPath":".a"}]"""); break;
            case "scale": version["subresources"]!["scale"]!["specReplicasPath"] = ".status.replicas"; break;
            case "webhook": spec["conversion"]!["strategy"] = "Webhook"; break;
            case "reviews": Hook(spec, "https://a.b/c", "v9"); break;
            case "http": Hook(spec, "http://a.b/c", "v1"); break;
            case "needless": Hook(spec, "https://a.b/c", "v1"); spec["conversion"]!["strategy"] = "None"; break;
            case "path": version["additionalPrinterColumns"] = JsonNode.Parse("""[{"name":"A","type":"string","jsonPath":"a"}]"""); break;
            case "format": version["additionalPrinterColumns"] = JsonNode.Parse("""[{"name":"A","type":"string","jsonPath":".a","format":"odd"}]"""); break;
            case "labels": version["subresources"]!["scale"]!["labelSelectorPath"] = ".x"; break;
            case "selectable": version["selectableFields"] = JsonNode.Parse("""[{"jsonPath":".metadata.name"}]"""); break;
            case "unknown field": version["selectableFields"] = JsonNode.Parse("""[{"jsonPath":".spec.zz"}]"""); break;
            case "object field": version["selectableFields"] = JsonNode.Parse("""[{"jsonPath":".spec"}]"""); break;
            case "nine fields": version["selectableFields"] = new JsonArray([.. Enumerable.Range(0, 9).Select(i => (JsonNode)new JsonObject { ["jsonPath"] = $".spec.f{i}" })]); break;
            case "warning": version["deprecationWarning"] = "old"; break;
            case "root": version["subresources"]!["status"] = new JsonObject(); version["schema"]!["openAPIV3Schema"]!["nullable"] = true; break;
            case "rule": version["schema"]!["openAPIV3Schema"]!["x-kubernetes-validations"] = JsonNode.Parse("""[{"rule":"self.zz == 1"}]"""); break;
            case "unapproved": spec["group"] = "demo.k8s.io"; definition["metadata"]!["annotations"] = new JsonObject { ["api-approved.kubernetes.io"] = "yes" }; break;
            case "preserve": spec["preserveUnknownFields"] = true; break;
            case "structure": ((JsonObject)version["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!).Remove("type"); break;
            case "kind": spec["names"]!["listKind"] = "Gadget"; break;
        }
    }
}
