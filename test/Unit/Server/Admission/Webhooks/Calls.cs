using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Unit.Support;
using static Slipway.Unit.Server.Admission.Webhooks.HookedServer;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission.Webhooks;

/// <summary>What webhooks are asked, what their answers do, and what happens where they give none.</summary>
public sealed class Calls
{
    [Fact]
    public async Task A_webhook_may_refuse()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "not on a Tuesday");
        await hooked.ConfigureAsync(Validating, "deny");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        Assert.Equal(
            (403, "Forbidden", "admission webhook \"deny.example.io\" denied the request: not on a Tuesday"),
            (status.Code, status.Reason, status.Message));
        Assert.Null(await hooked.Server.FindAsync(Widget, "a"));
    }

    [Fact]
    public async Task A_refusal_without_words_is_told_as_such()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.On("/mute", (_, response) => response["allowed"] = false);
        await hooked.ConfigureAsync(Validating, "mute");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        Assert.Equal((400, "admission webhook \"mute.example.io\" denied the request without explanation"), (status.Code, status.Message));
    }

    [Fact]
    public async Task The_question_says_everything_about_the_write()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Allow("/look");
        await hooked.ConfigureAsync(Validating, "look");
        await hooked.Server.CreateWidgetAsync("a", """{"note":"first"}""");
        await hooked.Server.PatchAsync(Widget, "a", """{"spec":{"note":"second"}}""", options: new WriteOptions { FieldManager = "me" });
        await hooked.Server.DeleteAsync(Widget, "a", new DeleteOptions { PropagationPolicy = "Background" });
        var (create, update, delete) = hooked.Webhook.Asked.Select(a => a.Request).ToArray() switch { [var c, var u, var d] => (c, u, d), _ => throw new InvalidOperationException() };
        Assert.Equal(("CREATE", "UPDATE", "DELETE"), ((string?)create["operation"], (string?)update["operation"], (string?)delete["operation"]));
        Assert.Equal("""{"group":"demo.example.io","version":"v1","kind":"Widget"}""", create["kind"]!.ToJsonString());
        Assert.Equal("""{"group":"demo.example.io","version":"v1","resource":"widgets"}""", create["requestResource"]!.ToJsonString());
        Assert.Equal(("a", "default"), ((string?)create["name"], (string?)create["namespace"]));
        Assert.Equal("system:slipway", (string?)create["userInfo"]!["username"]);
        Assert.Equal(["system:masters", "system:authenticated"], create["userInfo"]!["groups"]!.AsArray().Select(g => (string?)g));
        Assert.Equal("CreateOptions", (string?)create["options"]!["kind"]);
        Assert.Equal(("UpdateOptions", "me"), ((string?)update["options"]!["kind"], (string?)update["options"]!["fieldManager"]));
        Assert.Equal(("DeleteOptions", "Background"), ((string?)delete["options"]!["kind"], (string?)delete["options"]!["propagationPolicy"]));
        Assert.False((bool)create["dryRun"]!);
        Assert.Equal(("first", null), ((string?)create["object"]!["spec"]!["note"], create["oldObject"]));
        Assert.Equal(("second", "first"), ((string?)update["object"]!["spec"]!["note"], (string?)update["oldObject"]!["spec"]!["note"]));
        Assert.Equal((null, "second"), (delete["object"], (string?)delete["oldObject"]!["spec"]!["note"]));
        Assert.NotEqual((string?)create["uid"], (string?)update["uid"]);
    }

    [Fact]
    public async Task A_change_of_a_webhook_is_completed_and_held_against_the_schema()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/paint", """[{"op":"add","path":"/spec/color","value":"red"},{"op":"add","path":"/spec/nowhere","value":1},{"op":"remove","path":"/spec/replicas"}]""");
        await hooked.ConfigureAsync(Mutating, "paint");
        var made = await hooked.Server.CreateWidgetAsync("a");
        Assert.Equal("""{"color":"red","replicas":1}""", made.Json["spec"]!.ToJsonString());

        hooked.Webhook.Patch("/paint", """[{"op":"add","path":"/spec/color","value":"mauve"}]""");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("b"));
        Assert.Equal(422, status.Code);
        Assert.Contains("spec.color: Unsupported value: \"mauve\"", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_cannot_change_what_its_caller_cannot()
    {
        await using var hooked = await HookedAsync();
        await hooked.Server.CreateWidgetAsync("a");
        hooked.Webhook.Patch("/reach", """[{"op":"add","path":"/status","value":{"phase":"Done"}},{"op":"replace","path":"/metadata/uid","value":"other"},{"op":"add","path":"/spec/note","value":"changed"}]""");
        await hooked.ConfigureAsync(Mutating, "reach");
        var before = await hooked.Server.GetAsync(Widget, "a");
        var after = await hooked.Server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"x":"y"}}}""");
        Assert.Equal((before.Metadata.Uid, "changed", null), (after.Metadata.Uid, after.Text("spec", "note"), after.Text("status", "phase")));
    }

    [Fact]
    public async Task A_patch_that_does_not_apply_is_an_error_of_the_server()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/miss", """[{"op":"remove","path":"/spec/nothing/here"}]""");
        await hooked.ConfigureAsync(Mutating, "miss", """{"failurePolicy":"Ignore"}""");
        Assert.Equal(500, (await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"))).Code);
    }

    [Fact]
    public async Task A_webhook_that_takes_too_long_is_given_up()
    {
        await using var hooked = await HookedAsync();
        var never = new TaskCompletionSource<string>();
        hooked.Webhook.OnRaw("/slow", () => never.Task);
        await hooked.ConfigureAsync(Validating, "slow", """{"timeoutSeconds":7}""");
        var call = RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        await Until.TrueAsync(() => !hooked.Webhook.Asked.IsEmpty);
        hooked.Server.Time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(call.IsCompleted);
        hooked.Server.Time.Advance(TimeSpan.FromSeconds(0.2));
        var status = await Until.InTimeAsync(call);
        Assert.Equal(
            (500, $"Internal error occurred: failed calling webhook \"slow.example.io\": failed to call webhook: Post \"{hooked.Webhook.Address}slow?timeout=7s\": context deadline exceeded"),
            (status.Code, status.Message));
        never.SetResult("");
    }

    [Theory]
    [InlineData("Fail", 500)]
    [InlineData("Ignore", 0)]
    public async Task The_failure_policy_decides_where_a_webhook_is_not_trusted(string policy, int code)
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Allow("/other");
        await hooked.ConfigureAsync(Validating, "other", $$$"""
            {"failurePolicy":"{{{policy}}}","clientConfig":{"url":"{{{hooked.Webhook.Address}}}other","caBundle":"{{{FakeWebhook.OtherCaBundle}}}"}}
            """);
        if (code == 0)
        {
            await hooked.Server.CreateWidgetAsync("a");
        }
        else
        {
            var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
            Assert.Equal(code, status.Code);
            Assert.Contains("tls: failed to verify certificate", status.Message, StringComparison.Ordinal);
        }

        Assert.Empty(hooked.Webhook.Asked);
    }

    [Theory]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"another","allowed":true}}""", "got \"another\"")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}""", "webhook response was absent")]
    [InlineData("""<html>""", "cannot be read")]
    public async Task An_answer_to_another_question_is_none(string answer, string why)
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.OnRaw("/odd", () => Task.FromResult(answer));
        await hooked.ConfigureAsync(Validating, "odd");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        Assert.Equal(500, status.Code);
        Assert.Contains($"failed calling webhook \"odd.example.io\": received invalid webhook response", status.Message, StringComparison.Ordinal);
        Assert.Contains(why, status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_answer_is_cut_off()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.OnRaw("/huge", () => Task.FromResult(new string(' ', 4 * 1024 * 1024)));
        await hooked.ConfigureAsync(Validating, "huge");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        Assert.Contains("larger than 3145728 bytes", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validating_webhook_may_not_patch()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/patch", """[{"op":"add","path":"/spec/note","value":"x"}]""");
        await hooked.ConfigureAsync(Validating, "patch");
        Assert.Contains("may not return response.patch", (await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_webhooks_server_counts_as_no_answer()
    {
        await using var hooked = await HookedAsync();
        await hooked.ConfigureAsync(Validating, "absent");
        Assert.Contains("the server answered 404", (await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutating_webhooks_come_by_name_and_those_who_wish_again_after_a_later_change()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.On("/a1", Append("a1")).On("/a2", Append("a2")).Allow("/b").On("/c", Append("c"));
        await hooked.ConfigureAsync(Mutating, "c");
        await hooked.ConfigureAsync(Mutating, "b", """{"reinvocationPolicy":"IfNeeded"}""");
        await hooked.ConfigureAsync(Mutating, "a", [hooked.Hook("a1", """{"reinvocationPolicy":"IfNeeded"}"""), hooked.Hook("a2")]);
        var made = await hooked.Server.CreateWidgetAsync("w", """{"items":[]}""");
        Assert.Equal(["/a1", "/a2", "/b", "/c", "/a1", "/b"], hooked.Webhook.Paths);
        Assert.Equal("""["a1","a2","c","a1"]""", made.Json["spec"]!["items"]!.ToJsonString());
    }

    [Fact]
    public async Task Nobody_is_asked_again_where_nothing_changed_after_him()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.On("/a", Append("a")).Allow("/b");
        await hooked.ConfigureAsync(Mutating, "a", """{"reinvocationPolicy":"IfNeeded"}""");
        await hooked.ConfigureAsync(Mutating, "b", """{"reinvocationPolicy":"IfNeeded"}""");
        await hooked.Server.CreateWidgetAsync("w", """{"items":[]}""");
        Assert.Equal(["/a", "/b"], hooked.Webhook.Paths);
    }

    [Fact]
    public async Task Validating_webhooks_are_asked_at_once_and_the_first_refusal_by_order_is_told()
    {
        await using var hooked = await HookedAsync();
        var second = new TaskCompletionSource();
        hooked.Webhook.OnRaw("/a", async () =>
        {
            await second.Task.WaitAsync(Stop);
            throw new InvalidOperationException("the first breaks down after the second has refused");
        });
        hooked.Webhook.On("/b", (_, response) =>
        {
            response["allowed"] = false;
            second.SetResult();
        });
        await hooked.ConfigureAsync(Validating, "a");
        await hooked.ConfigureAsync(Validating, "b");
        var status = await RefusedAsync(() => hooked.Server.CreateWidgetAsync("w"));
        Assert.Contains("failed calling webhook \"a.example.io\"", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_is_told_and_stores_nothing()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/paint", """[{"op":"add","path":"/spec/color","value":"red"}]""");
        await hooked.ConfigureAsync(Mutating, "paint", """{"sideEffects":"NoneOnDryRun"}""");
        var made = await hooked.Server.CreateAsync(
            Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""", options: new WriteOptions { DryRun = true });
        Assert.Equal("red", made.Text("spec", "color"));
        Assert.True((bool)hooked.Webhook.Asked.Single().Request["dryRun"]!);
        Assert.Equal("""["All"]""", hooked.Webhook.Asked.Single().Request["options"]!["dryRun"]!.ToJsonString());
        Assert.Null(await hooked.Server.FindAsync(Widget, "a"));
    }

    [Fact]
    public async Task A_service_is_found_by_whoever_started_the_server()
    {
        await using var webhook = await FakeWebhook.StartAsync("hooks.tools.svc");
        await using var server = await TestServer.StartAsync(o => o with
        {
            Services = s => s == new Slipway.Server.Callouts.ServiceReference("tools", "hooks", 443) ? webhook.Address : null,
        });
        await using var hooked = new HookedServer(server, webhook);
        webhook.Deny("/check", "seen");
        await hooked.ConfigureAsync(Validating, "svc", $$$"""{"clientConfig":{"service":{"namespace":"tools","name":"hooks","path":"/check"},"caBundle":"{{{FakeWebhook.CaBundle}}}"}}""");
        Assert.EndsWith("denied the request: seen", (await RefusedAsync(() => server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
        await hooked.ConfigureAsync(Validating, "nosvc", $$$"""{"clientConfig":{"service":{"namespace":"tools","name":"none"},"caBundle":"{{{FakeWebhook.CaBundle}}}"}}""");
        await server.DeleteAsync(Validating, "svc");
        Assert.Contains("service \"none\" in namespace \"tools\" not found", (await RefusedAsync(() => server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configurations_take_effect_and_end_with_the_write_that_makes_or_deletes_them()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "no");
        for (var i = 0; i < 5; i++)
        {
            await hooked.ConfigureAsync(Validating, "deny");
            await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
            await hooked.Server.DeleteAsync(Validating, "deny");
            await hooked.Server.CreateWidgetAsync($"w{i}");
        }
    }

    private static Action<JsonObject, JsonObject> Append(string word) => (_, response) =>
    {
        response["patchType"] = "JSONPatch";
        response["patch"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(
            $$"""[{"op":"add","path":"/spec/items/-","value":"{{word}}"}]"""));
    };
}
