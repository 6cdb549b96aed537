using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission;

/// <summary>Defaults and rules that the server's owner adds, and converters.</summary>
public sealed class KindAdmissions
{
    [Fact]
    public async Task Defaults_come_before_the_schema_and_rules_after()
    {
        await using var server = await WithRulesAsync();
        var made = await server.CreateWidgetAsync("a");
        Assert.Equal("by default", made.Text("spec", "note"));
        var status = await RefusedAsync(() => server.CreateWidgetAsync("b", """{"note":"forbidden"}"""));
        Assert.Equal(
            (422, "Widget.demo.example.io \"b\" is invalid: spec.note: Invalid value: \"forbidden\": choose another word"), (status.Code, status.Message));
        Assert.Equal("FieldValueInvalid", status.Details!.Causes![0].Reason);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_told_by_the_schema_though_defaults_stumble_over_it()
    {
        await using var server = await WithRulesAsync();
        var status = await RefusedAsync(() => server.CreateWidgetAsync("a", """{"note":7}"""));
        Assert.Contains("spec.note in body must be of type string: \"integer\"", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_see_the_object_before_and_its_deletion_but_not_its_status()
    {
        await using var server = await WithRulesAsync();
        await server.CreateWidgetAsync("a", """{"note":"first"}""");
        var status = await RefusedAsync(() => server.PatchAsync(Widget, "a", """{"spec":{"note":"immutable"}}"""));
        Assert.Contains("was \"first\"", status.Message, StringComparison.Ordinal);
        await server.PatchAsync(Widget, "a", """{"status":{"phase":"forbidden"}}""", subresource: "status");
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"keep"}}""");
        Assert.Contains("not while it is kept", (await RefusedAsync(() => server.DeleteAsync(Widget, "a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_converter_stands_in_for_a_webhook()
    {
        await using var server = await StartAsync(o => o with
        {
            Converters = [new NoteConverter()],
            CustomResourceDefinitions = [System.Text.Encoding.UTF8.GetBytes(WidgetDefinition.Replace("\"strategy\":\"None\"", "\"strategy\":\"Webhook\"", StringComparison.Ordinal))],
        });
        await server.CreateAsync(WidgetBeta, """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{"remark":"hello"}}""");
        Assert.Equal("hello", (await server.GetAsync(Widget, "a")).Text("spec", "note"));
        var changed = await server.PatchAsync(WidgetBeta, "a", """{"spec":{"remark":"bye"}}""");
        Assert.Equal(("bye", null), (changed.Text("spec", "remark"), changed.Text("spec", "note")));
        Assert.Equal("bye", (await server.GetAsync(Widget, "a")).Text("spec", "note"));
        var listed = await server.Client.ListAsync(new ListRequest(WidgetBeta), Stop);
        Assert.Equal("bye", Slipway.Machinery.Json.Unstructured.Parse(listed.Items[0].Span).Text("spec", "remark"));
    }

    private static Task<TestServer> WithRulesAsync() => StartAsync(o => o with { Admissions = [new NoteRules()] });

    private sealed class NoteRules : IKindAdmission
    {
        public GroupKind Kind => Widget.GroupKind;

        public void Default(AdmissionRequest request)
        {
            var spec = (JsonObject)request.Object["spec"]!;
            if (spec["note"]?.GetValue<string>() is not { Length: > 0 })
            {
                spec["note"] = "by default";
            }
        }

        public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
        {
            var note = (string?)request.Object["spec"]!["note"];
            return (request.Operation, note) switch
            {
                (AdmissionOperation.Delete, "keep") => [new("FieldValueForbidden", "spec.note", "Forbidden: not while it is kept")],
                (_, "forbidden") => [new("FieldValueInvalid", "spec.note", "Invalid value: \"forbidden\": choose another word")],
                (AdmissionOperation.Update, "immutable") => [new("FieldValueInvalid", "spec.note", $"was \"{request.OldObject!["spec"]!["note"]}\"")],
                _ => [],
            };
        }
    }

    private sealed class NoteConverter : IObjectConverter
    {
        public GroupKind Kind => Widget.GroupKind;

        public JsonObject Convert(JsonObject value, string version)
        {
            var (from, to) = version == "v1" ? ("remark", "note") : ("note", "remark");
            if (value["spec"] is JsonObject spec && spec.Remove(from, out var text))
            {
                spec[to] = text;
            }

            value["apiVersion"] = $"demo.example.io/{version}";
            return value;
        }
    }
}
