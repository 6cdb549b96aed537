using Slipway.Machinery.Objects;

namespace Slipway.Providers.InMemory.Boot;

/// <summary>How far a simulated machine's boot is at one moment. Pure.</summary>
/// <param name="Done">The steps that are done.</param>
/// <param name="Current">The step under way; null where all are done.</param>
/// <param name="Remaining">How long the step under way still takes; null where it never ends.</param>
internal sealed record BootProgress(IReadOnlyList<BootStep> Done, BootStep? Current, TimeSpan? Remaining)
{
    /// <summary>The steps of a machine, in order.</summary>
    /// <param name="role">What the machine is for.</param>
    public static IReadOnlyList<BootStep> StepsOf(BootRole role) =>
        role == BootRole.ControlPlane ? [BootStep.Vm, BootStep.Node, BootStep.Etcd, BootStep.ApiServer] : [BootStep.Vm, BootStep.Node];

    /// <summary>Plays a boot up to the present.</summary>
    /// <param name="role">What the machine is for.</param>
    /// <param name="table">How long each step takes.</param>
    /// <param name="begin">When the first step began.</param>
    /// <param name="finished">When steps that are reported as done were finished.</param>
    /// <param name="now">The present time.</param>
    public static BootProgress At(
        BootRole role, BootTable table, DateTimeOffset begin, IReadOnlyDictionary<BootStep, DateTimeOffset> finished, DateTimeOffset now)
    {
        var done = new List<BootStep>();
        var since = begin;
        foreach (var step in StepsOf(role))
        {
            if (finished.TryGetValue(step, out var time))
            {
                since = time;
                done.Add(step);
                continue;
            }

            if (table.FailAt == step)
            {
                return new BootProgress(done, step, null);
            }

            var end = since + table.Delay(step);
            if (end > now)
            {
                return new BootProgress(done, step, end - now);
            }

            // A step without delay ends with the one before it; a step that was slept through began when that one was reported.
            since = end > since ? now : since;
            done.Add(step);
        }

        return new BootProgress(done, null, TimeSpan.Zero);
    }

    /// <summary>When the conditions of a machine say that its steps were finished.</summary>
    /// <param name="conditions">The machine's conditions.</param>
    /// <param name="typeOf">The condition of a step.</param>
    public static IReadOnlyDictionary<BootStep, DateTimeOffset> Finished(IReadOnlyList<Condition> conditions, Func<BootStep, string> typeOf) =>
        Enum.GetValues<BootStep>()
            .Select(step => (step, condition: conditions.FirstOrDefault(c => c.Type == typeOf(step) && c.Status == "True")))
            .Where(p => p.condition is not null)
            .ToDictionary(p => p.step, p => p.condition!.LastTransitionTime);
}
