using Slipway.Api.Conditions;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;

namespace Slipway.Controllers.MachineSets;

/// <summary>The status of a MachineSet; one function for each condition.</summary>
internal static class Report
{
    /// <summary>The whole status.</summary>
    /// <param name="view">What is.</param>
    /// <param name="plan">What is to be written.</param>
    public static MachineSetStatus Make(View view, Plan plan)
    {
        int Having(string condition) => view.Machines.Count(m => ConditionSet.IsTrue(m.Status.Conditions, condition));
        var status = view.Set.Status with
        {
            ObservedGeneration = view.Set.Metadata.Generation,
            Selector = LabelQuery.From(view.Set.Spec.Selector).ToString(),
            Replicas = view.Machines.Count,
            ReadyReplicas = Having(ConditionTypes.Ready),
            AvailableReplicas = Having(ConditionTypes.Available),
            UpToDateReplicas = Having(ConditionTypes.UpToDate),
            Versions = Same.Or(view.Set.Status.Versions, MachineReports.Versions(view.Machines)),
        };
        return status with
        {
            Conditions = status.Conditions.With(
                [
                    MachineReports.Ready(ConditionTypes.MachinesReady, view.Machines),
                    MachineReports.UpToDate(ConditionTypes.MachinesUpToDate, view.Machines, view.Now),
                    ScalingUp(view, plan),
                    ScalingDown(view),
                    MachineReports.Remediating(view.Machines),
                    Deleting(view),
                ],
                view.Now,
                view.Set.Metadata.Generation),
        };
    }

    internal static Condition ScalingUp(View view, Plan plan)
    {
        var present = view.Machines.Count;
        var missing = Missing(view);
        if (present >= view.Desired)
        {
            return Facts.False(ConditionTypes.ScalingUp, Reasons.NotScalingUp, missing.Length > 0 && !view.Set.Metadata.IsDeleting ? $"Scaling up would be blocked: {missing}" : "");
        }

        var lines = plan.OnHold.Select(h => $"* {h}").Prepend($"Scaling up from {present} to {view.Desired} replicas{(plan.OnHold.Count > 0 ? " is on hold:" : "")}");
        return Facts.True(ConditionTypes.ScalingUp, Reasons.ScalingUp, string.Join('\n', lines));
    }

    internal static Condition ScalingDown(View view) =>
        view.Machines.Count > view.Desired
            ? Facts.True(
                ConditionTypes.ScalingDown,
                Reasons.ScalingDown,
                $"Scaling down from {view.Machines.Count} to {view.Desired} replicas{MachineReports.Lingering(view.Machines, view.Now)}")
            : Facts.False(ConditionTypes.ScalingDown, Reasons.NotScalingDown);

    internal static Condition Deleting(View view) =>
        !view.Set.Metadata.IsDeleting ? Facts.False(ConditionTypes.Deleting, Reasons.NotDeleting)
        : view.Machines.Count == 0 ? Facts.True(ConditionTypes.Deleting, Reasons.DeletionCompleted, "Deletion completed")
        : Facts.True(
            ConditionTypes.Deleting,
            Reasons.Deleting,
            $"Waiting for {Prose.Count(view.Machines.Count, "Machine")} to be deleted: {Prose.Some(view.Machines.Select(m => m.Metadata.Name))}{MachineReports.Lingering(view.Machines, view.Now)}");

    private static string Missing(View view) => string.Join(
        "; ", ((Contracts.ExternalObject?[])[view.BootstrapTemplate, view.InfrastructureTemplate]).Where(t => t is { Found: false }).Select(t => t!.Problem));
}
