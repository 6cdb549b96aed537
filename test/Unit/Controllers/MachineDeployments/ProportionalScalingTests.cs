using Slipway.Controllers.MachineDeployments.Rollout;

namespace Slipway.Unit.Controllers.MachineDeployments;

public sealed class ProportionalScalingTests
{
    [Fact]
    public void One_active_set_takes_all()
    {
        var state = new RolloutState(5, new RolloutLimits(1, 0), new SetReplicas("new", 0, 0, 0), [new SetReplicas("old", 3, 3, 3)]);
        Assert.Equal([("old", 3, 5)], Numbers(state));
    }

    [Fact]
    public void Sets_share_by_their_size()
    {
        var state = new RolloutState(
            20,
            new RolloutLimits(0, 1),
            new SetReplicas("new", 2, 2, 2) { NotedMaximum = 10 },
            [new SetReplicas("old", 8, 8, 8) { NotedMaximum = 10 }]);
        Assert.Equal([("old", 8, 16), ("new", 2, 4)], Numbers(state));
    }

    [Fact]
    public void What_rounding_leaves_goes_to_the_largest()
    {
        var state = new RolloutState(
            11,
            new RolloutLimits(0, 1),
            new SetReplicas("new", 5, 5, 5) { NotedMaximum = 10 },
            [new SetReplicas("old", 5, 5, 5) { NotedMaximum = 10 }]);
        var numbers = Numbers(state);
        Assert.Equal(11, 10 + numbers.Sum(n => n.To - n.From));
    }

    [Fact]
    public void Nothing_wanted_empties_all()
    {
        var state = new RolloutState(
            0,
            new RolloutLimits(1, 0),
            new SetReplicas("new", 2, 2, 2) { NotedMaximum = 4 },
            [new SetReplicas("old", 2, 2, 2) { NotedMaximum = 4 }]);
        Assert.All(Numbers(state), n => Assert.Equal(0, n.To));
        Assert.Equal(2, Numbers(state).Count);
    }

    private static List<(string Set, int From, int To)> Numbers(RolloutState state) => [.. ProportionalScaling.Plan(state).Select(c => (c.Set, c.From, c.To))];
}
