using Slipway.Api.Conditions;
using Slipway.Providers.Dev;

namespace Slipway.Providers.InMemory.Boot;

/// <summary>How a boot shows in the conditions of a machine's kind. Pure.</summary>
internal static class BootFindings
{
    /// <summary>The condition in which a kind reports a step.</summary>
    /// <param name="kind">The backend that the object asks for: a container that is only played keeps a container's conditions.</param>
    /// <param name="step">The step.</param>
    public static string TypeOf(BackendKind kind, BootStep step) => (kind, step) switch
    {
        (BackendKind.Docker, BootStep.Vm) => ConditionTypes.ContainerProvisioned,
        (BackendKind.Docker, _) => ConditionTypes.BootstrapCompleted,
        (_, BootStep.Vm) => ConditionTypes.VMProvisioned,
        (_, BootStep.Node) => ConditionTypes.NodeProvisioned,
        (_, BootStep.Etcd) => ConditionTypes.EtcdProvisioned,
        _ => ConditionTypes.APIServerProvisioned,
    };

    /// <summary>The findings of a machine that cannot begin to boot.</summary>
    /// <param name="kind">The backend that the object asks for.</param>
    /// <param name="reason">What it waits for, for programs.</param>
    /// <param name="message">What it waits for, for people.</param>
    public static IReadOnlyList<Finding> Waiting(BackendKind kind, string reason, string message) =>
        [Finding.Bad(TypeOf(kind, BootStep.Vm), reason, message)];

    /// <summary>The findings of a boot.</summary>
    /// <param name="kind">The backend that the object asks for.</param>
    /// <param name="role">What the machine is for.</param>
    /// <param name="progress">How far it is.</param>
    public static IReadOnlyList<Finding> Of(BackendKind kind, BootRole role, BootProgress progress)
    {
        var findings = new List<Finding>();
        foreach (var step in BootProgress.StepsOf(role))
        {
            var type = TypeOf(kind, step);
            var finding = progress.Done.Contains(step)
                ? Finding.Good(type, type == ConditionTypes.BootstrapCompleted ? "Completed" : "Provisioned")
                : Finding.Bad(type, Reason(kind, step, progress), Message(step, progress));

            // Several steps may share a condition: it holds when all of them are done.
            var at = findings.FindIndex(f => f.Type == type);
            if (at < 0)
            {
                findings.Add(finding);
            }
            else if (findings[at].Status == ConditionSet.True)
            {
                findings[at] = finding;
            }
        }

        return findings;
    }

    private static string Reason(BackendKind kind, BootStep step, BootProgress progress) => kind switch
    {
        BackendKind.Docker when step == BootStep.Vm => "NotProvisioned",
        BackendKind.Docker => progress.Done.Contains(BootStep.Vm) ? "NotCompleted" : "WaitingForContainer",
        _ when progress.Current == step => "WaitingForStartupTimeout",
        _ when !progress.Done.Contains(BootStep.Vm) => "WaitingForVMProvisioned",
        _ => "WaitingForNodeProvisioned",
    };

    private static string Message(BootStep step, BootProgress progress)
    {
        if (progress.Current != step)
        {
            return $"Waiting for the step before: {progress.Current}.";
        }

        return progress.Remaining is { } left
            ? $"Starting: about {Math.Ceiling(left.TotalSeconds)} s left."
            : $"This machine never finishes this step: its annotation {BootTable.FailAtAnnotation} says so.";
    }
}
