using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Clusters;

/// <summary>Writes what a plan asks for.</summary>
/// <param name="client">Where to.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Changes(IClient client, Chronicle chronicle)
{
    /// <summary>Writes the changes in order; one that is refused does not hide the others.</summary>
    /// <param name="view">What the plan was made of.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellation">Ends the writes.</param>
    public async ValueTask<Attempts> ApplyAsync(View view, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var attempts = new Attempts();
        foreach (var change in changes)
        {
            await attempts.TryAsync(
                () => ApplyAsync(view, change, cancellation),
                refusal => chronicle.Failed(view.Cluster, Reason(change), change.Sentence, refusal));
        }

        return attempts;
    }

    private async ValueTask ApplyAsync(View view, Change change, CancellationToken cancellation)
    {
        switch (change)
        {
            case Change.OwnObject own:
                await client.PatchMetadataAsync(own.Object.Kind!.Type, own.Object.Object!, own.Metadata, cancellation);
                chronicle.Kept(view.Cluster, own.Sentence);
                return;
            case Change.WriteKubeconfig write:
                await WriteAsync(view, write, cancellation);
                return;
            case Change.DeleteObject delete:
                await client.DeleteAsync(delete.Object.Kind!.Type, delete.Object.Object!, cancellation);
                break;
            case Change.DeleteChild { Object: MachineDeployment deployment }:
                await client.DeleteAsync(deployment, cancellation);
                break;
            case Change.DeleteChild { Object: MachineSet set }:
                await client.DeleteAsync(set, cancellation);
                break;
            case Change.DeleteChild { Object: Machine machine }:
                await client.DeleteAsync(machine, cancellation);
                break;
        }

        chronicle.Did(view.Cluster, "SuccessfulDelete", change.Sentence);
    }

    private static string Reason(Change change) => change switch
    {
        Change.OwnObject => "FailedUpdate",
        Change.WriteKubeconfig => "FailedKubeconfig",
        _ => "FailedDelete",
    };

    private async ValueTask WriteAsync(View view, Change.WriteKubeconfig write, CancellationToken cancellation)
    {
        var key = PrivateKey.Generate(KeyAlgorithm.EcdsaP256);
        var made = AdminKubeconfig.Make(view.Cluster, write.Server, view.Cluster, view.Authority!, key, view.Now);
        if (view.Kubeconfig is { } present)
        {
            await client.SaveAsync(present, present with { Data = made.Data }, cancellation);
        }
        else
        {
            await client.CreateAsync(made, cancellation);
        }

        chronicle.Did(view.Cluster, "KubeconfigWritten", write.Sentence);
    }
}
