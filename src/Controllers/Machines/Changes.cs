using Slipway.Controllers.Shared;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Machines;

/// <summary>Writes what a plan asks for.</summary>
/// <param name="client">The management cluster.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Changes(IClient client, Chronicle chronicle)
{
    /// <summary>Writes the changes in order; one that is refused does not hide the others.</summary>
    /// <param name="view">What the plan was made of.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="attempts">Remembers what was refused.</param>
    /// <param name="cancellation">Ends the writes.</param>
    public async ValueTask ApplyAsync(View view, IEnumerable<Change> changes, Attempts attempts, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            await attempts.TryAsync(
                () => ApplyAsync(view, change, cancellation),
                refusal => chronicle.Failed(view.Machine, Reason(change, "Failed"), change.Sentence, refusal));
        }
    }

    private async ValueTask ApplyAsync(View view, Change change, CancellationToken cancellation)
    {
        switch (change)
        {
            case Change.OwnObject own:
                await client.PatchMetadataAsync(own.Object.Kind!.Type, own.Object.Object!, own.Metadata, cancellation);
                chronicle.Kept(view.Machine, own.Sentence);
                return;
            case Change.SyncNode sync:
                if (await view.Workload!.Client.SaveAsync(sync.Before, sync.After, cancellation) != sync.Before)
                {
                    chronicle.Kept(view.Machine, sync.Sentence);
                }

                return;
            case Change.DeleteObject delete:
                await client.DeleteAsync(delete.Object.Kind!.Type, delete.Object.Object!, cancellation);
                break;
            case Change.DeleteNode delete:
                await view.Workload!.Client.DeleteAsync(delete.Node, cancellation);
                break;
        }

        chronicle.Did(view.Machine, Reason(change, "Successful"), change.Sentence);
    }

    private static string Reason(Change change, string outcome) => change switch
    {
        Change.DeleteNode => outcome + "DeleteNode",
        Change.DeleteObject => outcome + "Delete",
        Change.SyncNode => outcome + "SyncNode",
        _ => outcome + "Update",
    };
}
