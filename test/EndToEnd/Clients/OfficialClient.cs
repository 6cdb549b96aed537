using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Slipway.EndToEnd.Planes;

namespace Slipway.EndToEnd.Clients;

/// <summary>The official C# client, unchanged, takes the plane for any Kubernetes cluster.</summary>
[Collection(SimulatedPlane.Name)]
public sealed class OfficialClient(SimulatedPlane plane) : PlaneTest(plane)
{
    private const string Namespace = "official";
    private const string Group = "cluster.x-k8s.io";
    private const string Version = "v1beta2";
    private const string Clusters = "clusters";

    [Fact]
    public async Task A_ConfigMap_is_created_listed_watched_patched_and_deleted()
    {
        using var client = Connect();
        await NamespaceAsync(client);
        var created = await client.CoreV1.CreateNamespacedConfigMapAsync(
            new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "notes", Labels = new Dictionary<string, string> { ["of"] = "us" } }, Data = new Dictionary<string, string> { ["a"] = "1" } },
            Namespace,
            cancellationToken: Cancellation);
        Assert.NotEmpty(created.Metadata.Uid);

        var list = await client.CoreV1.ListNamespacedConfigMapAsync(Namespace, labelSelector: "of=us", cancellationToken: Cancellation);
        Assert.Equal(["notes"], list.Items.Select(c => c.Metadata.Name));

        await using var changes = client.CoreV1
            .WatchListNamespacedConfigMapAsync(Namespace, labelSelector: "of=us", resourceVersion: list.Metadata.ResourceVersion, cancellationToken: Cancellation)
            .GetAsyncEnumerator(Cancellation);
        var patched = await client.CoreV1.PatchNamespacedConfigMapAsync(
            new V1Patch("""{"data":{"b":"2"}}""", V1Patch.PatchType.MergePatch), "notes", Namespace, cancellationToken: Cancellation);
        Assert.Equal("2", patched.Data["b"]);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal((WatchEventType.Modified, "2"), (changes.Current.Item1, changes.Current.Item2.Data["b"]));

        var stale = created;
        stale.Data["a"] = "3";
        var conflict = await Assert.ThrowsAsync<HttpOperationException>(
            () => client.CoreV1.ReplaceNamespacedConfigMapAsync(stale, "notes", Namespace, cancellationToken: Cancellation));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Response.StatusCode);

        await client.CoreV1.DeleteNamespacedConfigMapAsync("notes", Namespace, cancellationToken: Cancellation);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(WatchEventType.Deleted, changes.Current.Item1);
        var gone = await Assert.ThrowsAsync<HttpOperationException>(
            () => client.CoreV1.ReadNamespacedConfigMapAsync("notes", Namespace, cancellationToken: Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, gone.Response.StatusCode);
    }

    [Fact]
    public async Task A_Cluster_is_created_listed_watched_patched_and_deleted()
    {
        using var client = Connect();
        await NamespaceAsync(client);
        var custom = client.CustomObjects;

        // Paused: the controllers leave it alone while the test changes it.
        var cluster = JsonSerializer.Deserialize<JsonElement>(
            """
            {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Cluster","metadata":{"name":"ours"},"spec":{"paused":true,"clusterNetwork":{"serviceDomain":"one.local"},
               "infrastructureRef":{"apiGroup":"infrastructure.cluster.x-k8s.io","kind":"DevCluster","name":"ours"}}}
            """);
        var created = await custom.CreateNamespacedCustomObjectAsync<JsonElement>(cluster, Group, Version, Namespace, Clusters, cancellationToken: Cancellation);
        Assert.Equal(1, created.GetProperty("metadata").GetProperty("generation").GetInt64());

        var list = await custom.ListNamespacedCustomObjectAsync<JsonElement>(Group, Version, Namespace, Clusters, cancellationToken: Cancellation);
        Assert.Equal("ClusterList", list.GetProperty("kind").GetString());
        Assert.Equal("ours", list.GetProperty("items")[0].GetProperty("metadata").GetProperty("name").GetString());

        await using var changes = custom
            .WatchListNamespacedCustomObjectAsync(
                Group, Version, Namespace, Clusters, resourceVersion: list.GetProperty("metadata").GetProperty("resourceVersion").GetString(), cancellationToken: Cancellation)
            .GetAsyncEnumerator(Cancellation);
        var patched = await custom.PatchNamespacedCustomObjectAsync<JsonElement>(
            new V1Patch("""[{"op":"replace","path":"/spec/clusterNetwork/serviceDomain","value":"two.local"}]""", V1Patch.PatchType.JsonPatch),
            Group, Version, Namespace, Clusters, "ours", cancellationToken: Cancellation);
        Assert.Equal("two.local", ServiceDomain(patched));
        Assert.Equal(2, patched.GetProperty("metadata").GetProperty("generation").GetInt64());
        var seen = await NextAsync(changes, WatchEventType.Modified, c => ServiceDomain(c) == "two.local");
        Assert.Equal("ours", seen.GetProperty("metadata").GetProperty("name").GetString());

        await custom.PatchNamespacedCustomObjectAsync<JsonElement>(
            new V1Patch("""{"spec":{"paused":false}}""", V1Patch.PatchType.MergePatch), Group, Version, Namespace, Clusters, "ours", cancellationToken: Cancellation);
        await custom.DeleteNamespacedCustomObjectAsync<JsonElement>(Group, Version, Namespace, Clusters, "ours", cancellationToken: Cancellation);
        await NextAsync(changes, WatchEventType.Deleted, _ => true);
    }

    [Fact]
    public async Task A_ConfigMap_is_applied_by_two_managers()
    {
        using var client = Connect();
        await NamespaceAsync(client);
        Task<V1ConfigMap> ApplyAsync(string manager, string data, bool force = false) => client.CoreV1.PatchNamespacedConfigMapAsync(
            new V1Patch("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"shared\"},\"data\":" + data + "}", V1Patch.PatchType.ApplyPatch),
            "shared", Namespace, fieldManager: manager, force: force, cancellationToken: Cancellation);

        var made = await ApplyAsync("one", """{"a":"1"}""");
        Assert.Equal(("one", "Apply"), (made.Metadata.ManagedFields[0].Manager, made.Metadata.ManagedFields[0].Operation));
        var both = await ApplyAsync("two", """{"b":"2"}""");
        Assert.Equal(("1", "2"), (both.Data["a"], both.Data["b"]));
        var conflict = await Assert.ThrowsAsync<HttpOperationException>(() => ApplyAsync("two", """{"a":"3","b":"2"}"""));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Response.StatusCode);
        Assert.Contains("conflict with \\\"one\\\": .data.a", conflict.Response.Content, StringComparison.Ordinal);
        Assert.Equal("3", (await ApplyAsync("two", """{"a":"3","b":"2"}""", force: true)).Data["a"]);
        Assert.Equal(["b"], (await ApplyAsync("two", """{"b":"2"}""")).Data.Keys);
    }

    private static string? ServiceDomain(JsonElement cluster) => cluster.GetProperty("spec").GetProperty("clusterNetwork").GetProperty("serviceDomain").GetString();

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<(WatchEventType Type, object Value)> changes, WatchEventType type, Func<JsonElement, bool> wanted)
    {
        while (await changes.MoveNextAsync().AsTask().WaitAsync(Support.Waiting.Limit, TimeProvider.System, Cancellation))
        {
            var value = Assert.IsType<JsonElement>(changes.Current.Value);
            if (changes.Current.Type == type && wanted(value))
            {
                return value;
            }
        }

        Assert.Fail($"The watch ended before a {type} event.");
        return default;
    }

    private static async Task NamespaceAsync(Kubernetes client)
    {
        var namespaces = await client.CoreV1.ListNamespaceAsync(cancellationToken: Cancellation);
        if (namespaces.Items.All(n => n.Metadata.Name != Namespace))
        {
            await client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = Namespace } }, cancellationToken: Cancellation);
        }
    }

    private Kubernetes Connect() => new(KubernetesClientConfiguration.BuildConfigFromConfigFile(Plane.Kubeconfig));
}
