namespace Slipway.Conformance.Writing;

/// <summary>Status, scale and their like.</summary>
public sealed class Subresources : Section<Subresources>
{
    [Row("S1")]
    public async Task Status_changes_status_alone()
    {
        var space = await SpaceAsync();
        var path = Widgets(space) + "/a";
        var made = (await PostAsync(Widgets(space), Widget("a")[..^1] + ""","status":{"phase":"Up"}}""")).Is(201);
        Assert.Equal("", made.Of("status.phase"));
        var status = (await PatchAsync(path + "/status", MergePatch, """{"metadata":{"labels":{"x":"1"}},"spec":{"note":"n"},"status":{"phase":"Up"}}""")).Is(200);
        Assert.Equal(("Up", "", "", "1"), (status.Of("status.phase"), status.Of("spec.note"), status.Of("metadata.labels.x"), status.Of("metadata.generation")));
        var main = (await PatchAsync(path, MergePatch, """{"spec":{"note":"n"},"status":{"phase":"Down"}}""")).Is(200);
        Assert.Equal(("Up", "n", "2"), (main.Of("status.phase"), main.Of("spec.note"), main.Of("metadata.generation")));
        Assert.Equal("Up", (await GetAsync(path + "/status")).Of("status.phase"));
        (await GetAsync($"{Samples.Group}/gadgets/x/status")).Is(404);
    }

    [Row("S2")]
    public async Task Scale()
    {
        var space = await SpaceAsync();
        var path = Widgets(space) + "/a/scale";
        await PostAsync(Widgets(space), Widget("a", """{"replicas":3}"""));
        await PatchAsync(Widgets(space) + "/a/status", MergePatch, """{"status":{"replicas":2,"selector":"app=x"}}""");
        var scale = (await GetAsync(path)).Is(200);
        Assert.Equal(("Scale", "autoscaling/v1", "3", "2", "app=x"), (scale.Of("kind"), scale.Of("apiVersion"), scale.Of("spec.replicas"), scale.Of("status.replicas"), scale.Of("status.selector")));
        Assert.Equal("5", (await PatchAsync(path, MergePatch, """{"spec":{"replicas":5}}""")).Is(200).Of("spec.replicas"));
        Assert.Equal(("5", "2"), ((await GetAsync(Widgets(space) + "/a")).Of("spec.replicas"), (await GetAsync(Widgets(space) + "/a")).Of("metadata.generation")));
        (await PutAsync(path, (await GetAsync(path)).Text.Replace("\"replicas\":5", "\"replicas\":6", StringComparison.Ordinal))).Is(200);
        (await PatchAsync(path, MergePatch, """{"spec":{"replicas":-1}}""")).Refused(422, "Invalid");
        await PostAsync($"/apis/apps/v1/namespaces/{space}/deployments", """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
            """);
        var deployment = (await GetAsync($"/apis/apps/v1/namespaces/{space}/deployments/d/scale")).Is(200);
        Assert.Equal(("2", "a=b"), (deployment.Of("spec.replicas"), deployment.Of("status.selector")));
    }

    [Row("S3")]
    public async Task Finalize_and_status_of_namespaces()
    {
        var space = await SpaceAsync();
        var held = await PatchAsync($"/api/v1/namespaces/{space}", MergePatch, """{"spec":{"finalizers":["kubernetes","example.io/x"]}}""");
        Assert.Equal("Active", held.Is(200).Of("status.phase"));
        var namespaceNow = await GetAsync($"/api/v1/namespaces/{space}");
        namespaceNow.Json["spec"]!["finalizers"] = new JsonArray("kubernetes", "example.io/y");
        var changed = namespaceNow.Json;
        changed["spec"]!["finalizers"] = new JsonArray("kubernetes", "example.io/y");
        Assert.Equal("example.io/y", (await PutAsync($"/api/v1/namespaces/{space}/finalize", changed.ToJsonString())).Is(200).Of("spec.finalizers.1"));
    }

    [Row("S3")]
    public async Task Tokens_of_service_accounts()
    {
        var space = await SpaceAsync();
        await UntilAsync(() => GetAsync($"/api/v1/namespaces/{space}/serviceaccounts/default"), a => a.Code == 200);
        var token = (await PostAsync($"/api/v1/namespaces/{space}/serviceaccounts/default/token", """{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{"expirationSeconds":600}}""")).Is(201);
        Assert.Equal(3, token.Of("status.token").Split('.').Length);
    }
}
