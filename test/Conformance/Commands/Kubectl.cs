namespace Slipway.Conformance.Commands;

/// <summary>What people type.</summary>
public sealed class Kubectl : Section<Kubectl>
{
    [Row("Z1")]
    public async Task Apply_diff_edit_and_patch()
    {
        var space = await SpaceAsync();
        var first = Widget("a", """{"note":"one"}""");
        (await RunAsync(first, "apply", "-n", space, "-f", "-")).Ended(0).Says("created");
        (await RunAsync(first, "apply", "-n", space, "-f", "-")).Ended(0).Says("unchanged");
        (await RunAsync(Widget("a", """{"note":"two"}"""), "diff", "-n", space, "-f", "-")).Ended(1).Says("one", "two");
        (await RunAsync(Widget("a", """{"note":"two"}"""), "apply", "-n", space, "-f", "-")).Ended(0).Says("configured");
        (await RunAsync(ConfigMap("c", """{"x":"1","y":"2"}"""), "apply", "-n", space, "-f", "-")).Ended(0);
        (await RunAsync(ConfigMap("c", """{"x":"2"}"""), "apply", "-n", space, "-f", "-")).Ended(0).Says("configured");
        Assert.Equal("""{"x":"2"}""", (await GetAsync(ConfigMaps(space) + "/c")).Json["data"]!.ToJsonString());
        (await RunAsync(Widget("b", """{"replicas":"x"}"""), "apply", "-n", space, "-f", "-")).Refused().Says("spec.replicas");
        (await RunAsync(Widget("b", """{"bogus":1}"""), "apply", "-n", space, "-f", "-")).Refused().Says("bogus");
        (await KubectlTest.EditAsync("sed -i s/two/three/", "edit", "widget", "a", "-n", space)).Ended(0).Says("edited");
        Assert.Equal("three", (await GetAsync(Widgets(space) + "/a")).Of("spec.note"));
        (await RunAsync("", "patch", "widget", "a", "-n", space, "--type=merge", "-p", """{"spec":{"note":"four"}}""")).Ended(0).Says("patched");
        (await RunAsync("", "patch", "widget", "a", "-n", space, "--type=json", "-p", """[{"op":"replace","path":"/spec/note","value":"five"}]""")).Ended(0).Says("patched");
        (await RunAsync("", "patch", "configmap", "c", "-n", space, "-p", """{"data":{"z":"3"}}""")).Ended(0).Says("patched");
        (await RunAsync("", "replace", "-n", space, "-f", await FileAsync(Widget("a", """{"note":"six"}""")))).Ended(0).Says("replaced");
    }

    [Row("Z1")]
    public async Task Label_annotate_scale_wait_and_delete()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a"));
        (await RunAsync("", "label", "widget", "a", "-n", space, "tier=front")).Ended(0).Says("labeled");
        (await RunAsync("", "annotate", "widget", "a", "-n", space, "why=because")).Ended(0).Says("annotated");
        (await RunAsync("", "scale", "widget", "a", "-n", space, "--replicas=4")).Ended(0).Says("scaled");
        Assert.Equal("4", (await GetAsync(Widgets(space) + "/a")).Of("spec.replicas"));
        (await RunAsync("", "wait", "widget", "a", "-n", space, "--for=jsonpath={.spec.replicas}=4", "--timeout=10s")).Ended(0).Says("condition met");
        foreach (var cascade in new[] { "background", "foreground", "orphan" })
        {
            await PostAsync(Widgets(space), Widget(cascade));
            (await RunAsync("", "delete", "widget", cascade, "-n", space, $"--cascade={cascade}", "--timeout=20s")).Ended(0).Says("deleted");
            (await GetAsync($"{Widgets(space)}/{cascade}")).Is(404);
        }

        (await RunAsync("", "delete", "widgets", "-n", space, "-l", "tier=front")).Ended(0).Says("\"a\" deleted");
        (await RunAsync("", "delete", "widgets", "-n", space, "--all", "--dry-run=server")).Ended(0);
        (await RunAsync("", "delete", "namespace", space, "--timeout=30s")).Ended(0).Says("deleted");
    }

    [Row("Z2")]
    public async Task Apply_on_the_servers_side()
    {
        var space = await SpaceAsync();
        (await RunAsync(Widget("a", """{"note":"one"}"""), "apply", "--server-side", "-n", space, "-f", "-")).Ended(0).Says("serverside-applied");
        (await RunAsync(Widget("a", """{"note":"two"}"""), "apply", "--server-side", "--field-manager=other", "-n", space, "-f", "-")).Refused().Says("conflict with \"kubectl\": .spec.note");
        (await RunAsync(Widget("a", """{"note":"two"}"""), "apply", "--server-side", "--field-manager=other", "--force-conflicts", "-n", space, "-f", "-")).Ended(0);
        (await RunAsync("", "get", "widget", "a", "-n", space, "-o", "yaml", "--show-managed-fields")).Ended(0).Says("manager: other", "f:note");
    }

    [Row("Z3")]
    public async Task Get_describe_and_explain()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"color":"red"}"""));
        (await RunAsync("", "get", "wd", "-n", space)).Ended(0).Says("NAME", "COLOR", "AGE", "red");
        (await RunAsync("", "get", "demo", "-n", space, "-o", "wide", "--show-labels")).Ended(0).Says("WANTED");
        (await RunAsync("", "get", "widgets.v1beta1.demo.example.io", "-n", space, "-o", "name")).Ended(0).Says("widget.demo.example.io/a");
        (await RunAsync("", "get", "widgets", "-A", "--chunk-size=1", "-o", "jsonpath={.items[*].metadata.name}")).Ended(0);
        (await RunAsync("", "get", "--raw", "/version")).Ended(0).Says("gitVersion");
        (await RunAsync("", "describe", "widget", "a", "-n", space)).Ended(0).Says("Name:", "Color:", "red", "Events:");
        (await RunAsync("", "explain", "widget", "--recursive")).Ended(0).Says("A thing to test with.", "replicas");
        (await RunAsync("", "explain", "widget.spec.replicas")).Ended(0).Says("How many.");
        (await RunAsync("", "explain", "pod.spec.containers")).Ended(0).Says("image");
        (await RunAsync("", "api-resources", "--api-group=demo.example.io")).Ended(0).Says("widgets", "wd", "gadgets");
        (await RunAsync("", "api-versions")).Ended(0).Says("demo.example.io/v1", "apps/v1");
        (await RunAsync("", "get", "nothing")).Refused().Says("the server doesn't have a resource type \"nothing\"");
        (await RunAsync("", "events", "-n", space)).Ended(0);
    }

    [Row("Z3")]
    public async Task Get_and_watch()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"color":"red"}"""));
        var watching = RunAsync("", "get", "widgets", "-n", space, "-w", "--output-watch-events", "--request-timeout=4s");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Stop);
        await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"color":"blue"}}""");
        (await watching).Says("ADDED", "MODIFIED", "red", "blue");
    }

    [Row("Z4")]
    public async Task Create()
    {
        var space = await SpaceAsync();
        (await RunAsync("", "create", "-n", space, "-f", await FileAsync(Widget("a")))).Ended(0).Says("created");
        (await RunAsync("", "create", "deployment", "d", "-n", space, "--image=i", "--dry-run=client", "-o", "yaml")).Ended(0).Says("kind: Deployment");
    }

    [Row("Z4")]
    public async Task Create_what_kubectl_posts_as_protocol_buffers()
    {
        var space = await SpaceAsync();
        (await RunAsync("", "create", "namespace", $"{space}-more")).Ended(0).Says("created");
        (await RunAsync("", "create", "configmap", "c", "-n", space, "--from-literal=a=b")).Ended(0).Says("created");
        (await RunAsync("", "create", "secret", "generic", "s", "-n", space, "--from-literal=a=b")).Ended(0).Says("created");
        (await RunAsync("", "create", "role", "r", "-n", space, "--verb=get", "--resource=pods")).Ended(0).Says("created");
        (await RunAsync("", "create", "serviceaccount", "sa", "-n", space)).Ended(0).Says("created");
        (await RunAsync("", "create", "token", "sa", "-n", space)).Ended(0).Says("ey");
    }

    [Row("Z5")]
    public async Task Who_am_I_and_what_may_I()
    {
        (await RunAsync("", "auth", "can-i", "get", "pods")).Ended(0).Says("yes");
        (await RunAsync("", "auth", "can-i", "get", "pods", "--as=somebody")).Refused().Says("no");
        (await RunAsync("", "auth", "whoami")).Ended(0).Says("kubernetes-admin", "system:masters");
        (await RunAsync("", "get", "nodes", "--as=somebody")).Refused().Says("User \"somebody\" cannot list resource \"nodes\"");
        (await RunAsync("", "get", "nodes", "--as=somebody", "--as-group=system:masters")).Ended(0);
    }

    private static Task<Finished> RunAsync(string input, params string[] arguments) => KubectlTest.RunAsync(input, arguments);

    private static async Task<string> FileAsync(string content)
    {
        var cluster = await SharedAsync();
        var path = System.IO.Path.Combine(cluster.Home, cluster.NewName() + ".json");
        await File.WriteAllTextAsync(path, content, Stop);
        return path;
    }
}
