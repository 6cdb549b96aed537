using Slipway.Controllers.MachineDeployments.Rollout;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.MachineDeployments;

/// <summary>Whole rollouts, told as sentences in test/Unit/Controllers/Stories.</summary>
public sealed class RolloutStories
{
    [Fact]
    public void First_machines() => Tell(new RolloutWorld { Desired = 3, Limits = new RolloutLimits(1, 0) }.With("new", 0));

    [Fact]
    public void Replace_three_with_one_more() => Tell(new RolloutWorld { Desired = 3, Limits = new RolloutLimits(1, 0) }.With("old", 3).With("new", 0));

    [Fact]
    public void Replace_three_with_one_less() => Tell(new RolloutWorld { Desired = 3, Limits = new RolloutLimits(0, 1) }.With("old", 3).With("new", 0));

    [Fact]
    public void Replace_six_two_by_two() => Tell(new RolloutWorld { Desired = 6, Limits = new RolloutLimits(2, 2) }.With("old", 6).With("new", 0));

    [Fact]
    public void Change_the_template_in_the_middle() =>
        Tell(new RolloutWorld { Desired = 3, Limits = new RolloutLimits(1, 0) }.With("oldest", 2).With("older", 1, broken: 1).With("new", 0));

    [Fact]
    public void Replace_broken_machines() => Tell(new RolloutWorld { Desired = 3, Limits = new RolloutLimits(1, 0) }.With("old", 1, broken: 2).With("new", 0));

    [Fact]
    public void Broken_machines_where_none_may_be_more() => Tell(new RolloutWorld { Desired = 2, Limits = new RolloutLimits(0, 1) }.With("old", 0, broken: 2).With("new", 0));

    [Fact]
    public void Scale_down_in_the_middle() =>
        Tell(new RolloutWorld { Desired = 2, Limits = new RolloutLimits(1, 0) }.With("old", 3).With("new", 1));

    [Fact]
    public void Scale_up_in_the_middle() =>
        Tell(new RolloutWorld { Desired = 6, Limits = new RolloutLimits(1, 0) }.With("old", 2).With("new", 1));

    [Fact]
    public void Scale_to_nothing() => Tell(new RolloutWorld { Desired = 0, Limits = new RolloutLimits(1, 0) }.With("old", 2).With("new", 1));

    [Fact]
    public void Delete_by_hand()
    {
        var world = new RolloutWorld { Desired = 2, Limits = new RolloutLimits(0, 0), ByHand = true }.With("old", 2).With("new", 0);
        Tell(world, turn =>
        {
            if (turn is 1 or 4)
            {
                world.Delete("old");
                return "somebody deletes a Machine of old";
            }

            return "";
        });
    }

    private static void Tell(RolloutWorld world, Func<int, string>? meanwhile = null, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var lines = new List<string> { $"{world.Desired} wanted, at most {world.Limits.MaxSurge} more, at most {world.Limits.MaxUnavailable} unavailable", world.ToString() };
        var fewest = Math.Min(world.Available, world.Desired - world.Limits.MaxUnavailable);
        var most = Math.Max(world.Total, world.Desired + world.Limits.MaxSurge);
        for (var turn = 1; turn < 60; turn++)
        {
            var event_ = meanwhile?.Invoke(turn) ?? "";
            if (event_.Length > 0)
            {
                lines.Add(event_);
            }

            var changes = world.Plan();
            lines.AddRange(changes.Select(c => $"  {c}"));
            if (changes.Count == 0 && world.IsDone)
            {
                lines.Add("done");
                break;
            }

            world.Apply(changes);
            lines.Add(world.ToString());
            Assert.True(world.ByHand || world.Available >= fewest, $"Fewer than {fewest} available:\n{string.Join('\n', lines)}");
            Assert.True(world.Total <= most, $"More than {most}:\n{string.Join('\n', lines)}");
            world.Pass();
        }

        Assert.Equal("done", lines[^1]);
        Story.Tells($"rollout {name.Replace('_', ' ').ToLowerInvariant()}", lines);
    }
}
