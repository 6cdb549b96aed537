using Slipway.Api.Conditions;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Api.Conditions;

public sealed class ConditionsOfMany
{
    private static AggregateSource Machine(string name, string status, string message) =>
        new("Machine", name, [new Condition { Type = "Ready", Status = status, Reason = "R", Message = message }]);

    private static Condition Aggregate(params AggregateSource[] sources) =>
        ConditionAggregate.Of("MachinesReady", "Ready", sources, [], new("NotReady", "ReadyUnknown", "Ready"));

    [Fact]
    public void Equal_messages_are_told_once()
    {
        var all = Aggregate([.. Enumerable.Range(1, 5).Select(n => Machine("m" + n, "False", "down")), Machine("z", "False", "slow")]);
        Assert.Equal(("False", "NotReady"), (all.Status, all.Reason));
        Assert.Equal("* Machines m1, m2, m3, ... (2 more): down\n* Machine z: slow", all.Message);
    }

    [Fact]
    public void The_control_plane_comes_first()
    {
        var all = Aggregate(Machine("a", "False", "x"), Machine("b", "False", "x"), Machine("cp", "False", "y") with { InControlPlane = true });
        Assert.Equal("* Machine cp: y\n* Machines a, b: x", all.Message);
    }

    [Fact]
    public void At_most_three_messages_are_told()
    {
        var all = Aggregate([.. Enumerable.Range(1, 5).Select(n => Machine("m" + n, "False", "e" + n)), Machine("u", "Unknown", "?")]);
        Assert.Equal(
            "* Machine m1: e1\n* Machine m2: e2\n* Machine m3: e3\nAnd 2 Machines with other issues\nAnd 1 Machine with status unknown",
            all.Message);
    }

    [Fact]
    public void All_good_is_good_and_silent() =>
        Assert.Equal(("True", "Ready", ""), Aggregate(Machine("a", "True", "")) is var c ? (c.Status, c.Reason, c.Message) : default);

    [Fact]
    public void A_missing_condition_is_unknown()
    {
        var all = Aggregate(new AggregateSource("Machine", "a", []));
        Assert.Equal(("Unknown", "* Machine a: Condition Ready not yet reported"), (all.Status, all.Message));
    }
}
