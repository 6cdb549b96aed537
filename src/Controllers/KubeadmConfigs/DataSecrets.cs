using System.Text;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>The Secrets that hold bootstrap data.</summary>
/// <param name="client">Where they are written.</param>
internal sealed class DataSecrets(IClient client)
{
    /// <summary>Writes bootstrap data.</summary>
    /// <param name="view">What is.</param>
    /// <param name="text">The data.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>The Secret's name.</returns>
    /// <exception cref="TerminalException">A Secret of that name belongs to something else.</exception>
    public async ValueTask<string> WriteAsync(View view, string text, CancellationToken cancellation)
    {
        var wanted = Wanted(view, text);
        if (await client.TryCreateAsync(wanted, cancellation) is not null)
        {
            return wanted.Metadata.Name;
        }

        var present = await client.GetAsync<Secret>(wanted.Metadata.Key, cancellation);
        ThrowIfForeign(view, present);
        await client.PatchAsync(
            present,
            present with { Metadata = Owned(view, present.Metadata), Data = wanted.Data },
            ObjectPart.Main,
            cancellation);
        return wanted.Metadata.Name;
    }

    /// <summary>Gives a Secret its owner back where it has lost it.</summary>
    /// <param name="view">What is.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask RepairAsync(View view, CancellationToken cancellation)
    {
        if (view.DataSecret is { } present && !present.Metadata.IsControlledBy(view.Config))
        {
            ThrowIfForeign(view, present);
            await client.PatchAsync(present, present.WithMetadata(Owned(view, present.Metadata)), ObjectPart.Main, cancellation);
        }
    }

    private static ObjectMeta Owned(View view, ObjectMeta metadata) =>
        metadata.WithLabel(Labels.ClusterName, view.Cluster!.Metadata.Name).WithOwner(view.Config.AsController());

    private static void ThrowIfForeign(View view, Secret present)
    {
        if (present.Metadata.ControllerOwner is { } owner && owner.Kind != view.Config.Kind)
        {
            throw new TerminalException(
                $"Secret {present.Metadata.Name} is to hold the bootstrap data of KubeadmConfig {view.Config.Metadata.Name}, but {owner.Kind} {owner.Name} manages it: delete one of them.");
        }
    }

    private static Secret Wanted(View view, string text) => new()
    {
        Metadata = Owned(view, new ObjectMeta { Name = view.Config.Metadata.Name, Namespace = view.Config.Metadata.Namespace }),
        Type = SecretTypes.Cluster,
        Data = new Dictionary<string, byte[]>
        {
            ["value"] = Encoding.UTF8.GetBytes(text),
            ["format"] = "cloud-config"u8.ToArray(),
        },
    };
}
