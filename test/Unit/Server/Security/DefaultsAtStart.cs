using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server;
using Slipway.Server.Security.Rbac;

namespace Slipway.Unit.Server.Security;

/// <summary>The roles with which every server begins.</summary>
public sealed class DefaultsAtStart : IDisposable
{
    private static readonly ResourceType Roles = new("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", Namespaced: false);
    private static readonly ResourceType Bindings = new("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", Namespaced: false);

    private static readonly ResourceType Accounts = new("", "v1", "ServiceAccount", "serviceaccounts");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-roles-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_are_there_each_with_a_name_of_its_own_and_in_the_form_in_which_a_write_leaves_them()
    {
        await using var server = await StartAsync();
        var uids = new HashSet<string>();
        foreach (var (type, count) in (IEnumerable<(ResourceType, int)>)[(Roles, DefaultRoles.Roles.Count(r => r.Namespace.Length == 0)), (Bindings, DefaultRoles.Bindings.Count(b => b.Namespace.Length == 0))])
        {
            var list = await server.Client.ListAsync(new ListRequest(type), Stop);
            Assert.Equal(count, list.Items.Count);
            foreach (var item in list.Items)
            {
                var value = JsonNode.Parse(item.Span)!.AsObject();
                Assert.True(uids.Add((string)value["metadata"]!["uid"]!));

                // Sent back as it is, it passes all rules and changes nothing.
                var same = await server.Client.UpdateAsync(new ObjectTarget(type, "", (string)value["metadata"]!["name"]!), item, WriteOptions.Default, Stop);
                Assert.Equal((string?)value["metadata"]!["resourceVersion"], (string?)JsonNode.Parse(same.Span)!["metadata"]!["resourceVersion"]);
            }
        }
    }

    [Fact]
    public async Task A_second_start_writes_nothing()
    {
        string first;
        await using (var server = await StartAsync())
        {
            // The namespaces' accounts are made beside the roles, a moment later.
            IReadOnlyList<ReadOnlyMemory<byte>> accounts;
            do
            {
                await Task.Yield();
                accounts = (await server.Client.ListAsync(new ListRequest(Accounts), Stop)).Items;
            }
            while (accounts.Count < 4);
            first = (await server.Client.ListAsync(new ListRequest(Roles), Stop)).ResourceVersion;
        }

        await using var again = await StartAsync();
        Assert.Equal(first, (await again.Client.ListAsync(new ListRequest(Roles), Stop)).ResourceVersion);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task What_was_taken_away_is_given_back_unless_it_is_to_be_left_alone(string autoupdate, bool restored)
    {
        await using (var server = await StartAsync())
        {
            var notes = $$$"""{"metadata":{"annotations":{"rbac.authorization.k8s.io/autoupdate":"{{{autoupdate}}}"}},""";
            await PatchAsync(server, Roles, "system:basic-user", notes + """ "rules":[{"apiGroups":["mine"],"resources":["things"],"verbs":["get"]}]}""");
            await PatchAsync(server, Bindings, "system:discovery", notes + """ "subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"jane"}]}""");
            await server.Client.DeleteAsync(new ObjectTarget(Roles, "", "system:node"), DeleteOptions.Default, Stop);
        }

        await using var again = await StartAsync();
        var role = await TextAsync(again, Roles, "system:basic-user");
        Assert.Contains("things", role, StringComparison.Ordinal);
        Assert.Equal(restored, role.Contains("selfsubjectaccessreviews", StringComparison.Ordinal));
        var binding = await TextAsync(again, Bindings, "system:discovery");
        Assert.Contains("jane", binding, StringComparison.Ordinal);
        Assert.Equal(restored, binding.Contains("system:authenticated", StringComparison.Ordinal));
        Assert.Contains("rules", await TextAsync(again, Roles, "system:node"), StringComparison.Ordinal);
    }

    private static ValueTask<ReadOnlyMemory<byte>> PatchAsync(EmbeddedServer server, ResourceType type, string name, string patch) =>
        server.Client.PatchAsync(new ObjectTarget(type, "", name), new Patch(PatchType.Merge, Encoding.UTF8.GetBytes(patch)), WriteOptions.Default, Stop);

    private static async Task<string> TextAsync(EmbeddedServer server, ResourceType type, string name) =>
        Encoding.UTF8.GetString((await server.Client.GetAsync(new ObjectTarget(type, "", name), Stop)).Span);

    private Task<EmbeddedServer> StartAsync() => EmbeddedServer.StartAsync(
        new EmbeddedServerOptions { Store = $"sqlite:{Path.Combine(_folder.FullName, "store.db")}?sync=off", Listen = false }, Stop);
}
