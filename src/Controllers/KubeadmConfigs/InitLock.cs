using System.Text.Json.Nodes;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>
/// Lets one machine alone initialise a control plane: the ConfigMap <c>&lt;cluster&gt;-lock</c> names it, and only one can
/// create that. It is free again when the Machine is gone, or when the first machine joins.
/// </summary>
/// <param name="client">Where the ConfigMap is written.</param>
/// <param name="machines">The Machines.</param>
internal sealed class InitLock(IClient client, IInformer<Machine> machines)
{
    private const string Key = "lock-information";
    private const string NameField = "machineName";

    /// <summary>The name of the ConfigMap.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    public static ObjectKey KeyOf(ObjectKey cluster) => cluster with { Name = cluster.Name + "-lock" };

    /// <summary>Takes the lock for a view's Machine.</summary>
    /// <param name="view">What is.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The name of the Machine that holds it: this one where it was taken.</returns>
    public async ValueTask<string> TakeAsync(View view, CancellationToken cancellation)
    {
        var wanted = Wanted(view);
        if (await client.TryCreateAsync(wanted, cancellation) is not null)
        {
            return view.Machine!.Metadata.Name;
        }

        var present = await client.TryGetAsync<ConfigMap>(wanted.Metadata.Key, cancellation);
        var holder = present is null ? "" : Holder(present);
        if (holder == view.Machine!.Metadata.Name)
        {
            return holder;
        }

        if (present is not null && machines.Get(view.Machine.Metadata.Key with { Name = holder }) is null)
        {
            // Its Machine is gone: the next pass may take it.
            await client.DeleteAsync(present, cancellation);
        }

        return holder;
    }

    /// <summary>Frees the lock; nothing happens where nobody holds it.</summary>
    /// <param name="view">What is.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask FreeAsync(View view, CancellationToken cancellation)
    {
        if (view.Lock is not null)
        {
            await client.DeleteAsync(view.Lock, cancellation);
        }
    }

    private static ConfigMap Wanted(View view)
    {
        var cluster = view.Cluster!;
        var key = KeyOf(cluster.Metadata.Key);
        return new ConfigMap
        {
            Metadata = new ObjectMeta
            {
                Name = key.Name,
                Namespace = key.Namespace,
                Labels = new Dictionary<string, string> { [Labels.ClusterName] = cluster.Metadata.Name },
                OwnerReferences = [cluster.AsOwner()],
            },
            Data = new Dictionary<string, string> { [Key] = new JsonObject { [NameField] = view.Machine!.Metadata.Name }.ToJsonString() },
        };
    }

    private static string Holder(ConfigMap present) =>
        present.Data.TryGetValue(Key, out var text) && Parse(text)?[NameField] is JsonValue name && name.TryGetValue(out string? holder) ? holder : "";

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            // Not written by this program: nobody's lock, which the caller replaces.
            return null;
        }
    }
}
