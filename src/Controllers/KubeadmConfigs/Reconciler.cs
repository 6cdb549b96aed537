using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>Brings one KubeadmConfig nearer to the bootstrap data of its Machine.</summary>
/// <param name="client">The management cluster.</param>
/// <param name="observer">Reads views.</param>
/// <param name="bootstrapper">Does what plans say.</param>
internal sealed class Reconciler(IClient client, Observer observer, Bootstrapper bootstrapper) : IReconciler
{
    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (observer.Read(key) is not { } view || view.Config.Metadata.IsDeleting || view.Owner is null)
        {
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Config);
        if (Pause.Applies(view.Cluster, view.Config))
        {
            var conditions = view.Config.Status.Conditions.With([paused], view.Now, view.Config.Metadata.Generation);
            await client.SaveAsync(view.Config, view.Config with { Status = view.Config.Status with { Conditions = conditions } }, cancellation);
            return ReconcileResult.Done;
        }

        var outcome = await bootstrapper.ApplyAsync(view, Plan.Make(view), cancellation);
        var reported = outcome.Config with { Status = Report.Make(outcome, paused, view.Now) };
        await client.SaveAsync(outcome.Config, reported, cancellation);
        return outcome.LookAgain is { } delay
            ? ReconcileResult.After(delay, outcome.Problem.Length > 0 ? outcome.Problem : "the Machine to join")
            : ReconcileResult.Done;
    }
}
