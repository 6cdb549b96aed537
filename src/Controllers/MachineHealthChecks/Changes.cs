using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.MachineHealthChecks;

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
                refusal => chronicle.Failed(view.Check, "FailedRemediation", change.Sentence, refusal));
        }

        return attempts;
    }

    private async ValueTask ApplyAsync(View view, Change change, CancellationToken cancellation)
    {
        switch (change)
        {
            case Change.MarkMachine mark:
                await client.SaveAsync(mark.Before, mark.After, cancellation);
                if (mark.IsAlarm)
                {
                    chronicle.Warned(mark.Before, "MachineMarkedUnhealthy", mark.Sentence);
                }
                else
                {
                    chronicle.Kept(view.Check, mark.Sentence);
                }

                break;
            case Change.CreateRequest create:
                var request = new TemplateClone
                {
                    Name = create.Machine.Metadata.Name,
                    Namespace = create.Machine.Metadata.Namespace,
                    ClusterName = view.Check.Spec.ClusterName,
                    Owner = create.Machine.AsOwner(),
                };
                await client.CreateAsync(view.RemediationKind!.Type, request.From(view.RemediationTemplate!), cancellation);
                chronicle.Did(create.Machine, "SuccessfulCreate", create.Sentence);
                break;
            case Change.DeleteRequest delete:
                await client.DeleteAsync(view.RemediationKind!.Type, delete.Request, cancellation);
                chronicle.Did(view.Check, "SuccessfulDelete", delete.Sentence);
                break;
        }
    }
}
