using Slipway.Api.Conditions;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Api.Conditions;

public sealed class ConditionsOfOne
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, 500, TimeSpan.Zero);

    private static Condition Of(string type, string status, string reason = "R", string message = "") =>
        new() { Type = type, Status = status, Reason = reason, Message = message };

    [Fact]
    public void The_time_changes_with_the_status_only()
    {
        var first = ConditionSet.Set([], Of("Ready", "False"), Noon, 1);
        var second = ConditionSet.Set(first, Of("Ready", "False", "Other"), Noon.AddHours(1), 2);
        var third = ConditionSet.Set(second, Of("Ready", "True"), Noon.AddHours(2), 2);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), first[0].LastTransitionTime);
        Assert.Equal(first[0].LastTransitionTime, second[0].LastTransitionTime);
        Assert.Equal(2, second[0].ObservedGeneration);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 14, 0, 0, TimeSpan.Zero), third[0].LastTransitionTime);
    }

    [Fact]
    public void The_same_again_is_the_same_list()
    {
        var list = ConditionSet.Set([], Of("Ready", "True"), Noon, 1);
        Assert.Same(list, ConditionSet.Set(list, Of("Ready", "True"), Noon.AddHours(1), 1));
    }

    [Fact]
    public void Conditions_have_their_order()
    {
        IReadOnlyList<Condition> list = [];
        foreach (var type in new[] { "Deleting", "Zebra", "Paused", "ScalingUp", "Apple", "Ready", "Available" })
        {
            list = ConditionSet.Set(list, Of(type, "True"), Noon, 1);
        }

        Assert.Equal(["Available", "Ready", "ScalingUp", "Apple", "Zebra", "Paused", "Deleting"], list.Select(c => c.Type));
    }

    [Fact]
    public void A_summary_tells_issues_and_unknowns()
    {
        var summary = ConditionSummary.Of(
            "Ready",
            [Of("A", "True", "Fine", "all well"), Of("B", "False", "Bad", "first\nsecond"), Of("D", "True", "Busy")],
            new SummaryRules { Types = ["A", "B", "C", "D", "E"], NegativeTypes = ["D"], OptionalTypes = ["E"], Reasons = new("NotReady", "ReadyUnknown", "Ready") });
        Assert.Equal("False", summary.Status);
        Assert.Equal("NotReady", summary.Reason);
        Assert.Equal("* B:\n  first\n  second\n* C: Condition not yet reported\n* D: Busy", summary.Message);
    }

    [Fact]
    public void A_good_summary_tells_what_there_is_to_tell()
    {
        var summary = ConditionSummary.Of("Ready", [Of("A", "True", "Fine"), Of("B", "True", "Fine", "nice")], new SummaryRules { Types = ["A", "B"] });
        Assert.Equal(("True", "Fine", "* B: nice"), (summary.Status, summary.Reason, summary.Message));
    }

    [Fact]
    public void Unknown_weighs_more_than_good()
    {
        var summary = ConditionSummary.Of("Ready", [Of("A", "True")], new SummaryRules { Types = ["A", "B"] });
        Assert.Equal(("Unknown", "NotYetReported"), (summary.Status, summary.Reason));
    }

    [Fact]
    public void A_mirror_says_when_there_is_nothing_to_repeat()
    {
        var mirror = ConditionMirror.Of("InfrastructureReady", "Ready", [], null);
        Assert.Equal(("Unknown", "NotYetReported", "Condition Ready not yet reported"), (mirror.Status, mirror.Reason, mirror.Message));
        Assert.Equal("NoReasonReported", ConditionMirror.Of("X", "Ready", [Of("Ready", "True", "")], null).Reason);
    }
}
