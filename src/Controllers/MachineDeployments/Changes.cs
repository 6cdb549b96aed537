using Slipway.Api.Core.MachineDeployments;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>Writes what a plan asks for.</summary>
/// <param name="client">Where to.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Changes(IClient client, Chronicle chronicle)
{
    /// <summary>Writes the changes in order; one that is refused does not hide the others.</summary>
    /// <param name="deployment">The MachineDeployment that they are made for.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellation">Ends the writes.</param>
    public async ValueTask<Attempts> ApplyAsync(MachineDeployment deployment, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var attempts = new Attempts();
        foreach (var change in changes)
        {
            await attempts.TryAsync(
                () => ApplyAsync(deployment, change, cancellation),
                refusal => chronicle.Failed(deployment, Reason(change, "Failed"), change.Sentence, refusal));
        }

        return attempts;
    }

    private async ValueTask ApplyAsync(MachineDeployment deployment, Change change, CancellationToken cancellation)
    {
        switch (change)
        {
            case Change.CreateSet create:
                await client.CreateAsync(create.Set, cancellation);
                break;
            case Change.DeleteSet delete:
                await client.DeleteAsync(delete.Set, cancellation);
                break;
            case Change.AdoptSet adopt:
                await client.SaveAsync(adopt.Set, adopt.Set.WithMetadata(adopt.Set.Metadata.WithOwner(deployment.AsController())), cancellation);
                break;
            case Change.UpdateSet update:
                var stored = await client.SaveAsync(update.Before, update.After, cancellation);
                if (!update.IsScale)
                {
                    if (stored != update.Before)
                    {
                        chronicle.Kept(deployment, update.Sentence);
                    }

                    return;
                }

                break;
        }

        chronicle.Did(deployment, Reason(change, "Successful"), change.Sentence);
    }

    private static string Reason(Change change, string outcome) => change switch
    {
        Change.CreateSet => outcome + "Create",
        Change.DeleteSet => outcome + "Delete",
        Change.AdoptSet => outcome + "Adopt",
        Change.UpdateSet { IsScale: true } => outcome + "Scale",
        _ => outcome + "Update",
    };
}
