using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>Gives every namespace what clients rely on: the service account <c>default</c> and the server's authority.</summary>
/// <param name="desk">Creates objects.</param>
/// <param name="authorityPem">The certificate of the server's authority; empty where the server has none.</param>
internal sealed class NamespaceBasics(ObjectDesk desk, string authorityPem) : IChore
{
    private const string AuthorityName = "kube-root-ca.crt";
    private const string AccountName = "default";

    /// <inheritdoc/>
    public string Name => "basics of namespaces";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        switch (kind.Prefix)
        {
            case "/registry/namespaces/" when change.Type != WatchEventType.Deleted && !change.Object.Head.IsDeleting && change.Previous is null:
                queue.Add(change.Object.Name);
                break;
            case "/registry/serviceaccounts/" when change.Type == WatchEventType.Deleted && change.Object.Name == AccountName:
            case "/registry/configmaps/" when change.Type == WatchEventType.Deleted && change.Object.Name == AuthorityName:
                queue.Add(change.Object.Namespace);
                break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        if (desk.Cache.Kind("/registry/namespaces/").Find(subject) is not { Head.IsDeleting: false })
        {
            return;
        }

        await desk.EnsureAsync(desk.Kinds.Find(new GroupKind("", "ServiceAccount"))!, subject, Named("ServiceAccount", AccountName), cancellation);
        if (authorityPem.Length > 0)
        {
            var map = Named("ConfigMap", AuthorityName);
            map["data"] = new JsonObject { ["ca.crt"] = authorityPem };
            await desk.EnsureAsync(desk.Kinds.Find(new GroupKind("", "ConfigMap"))!, subject, map, cancellation);
        }
    }

    private static JsonObject Named(string kind, string name) =>
        new() { ["apiVersion"] = "v1", ["kind"] = kind, ["metadata"] = new JsonObject { ["name"] = name } };
}
