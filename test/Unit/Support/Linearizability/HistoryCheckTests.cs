namespace Slipway.Unit.Support.Linearizability;

/// <summary>The checker itself must be able to say no.</summary>
public sealed class HistoryCheckTests
{
    [Fact]
    public void Calls_one_after_another_must_be_right() =>
        Assert.Null(HistoryCheck.FindFault([Write(1, 2, "a"), Read(3, 4, "a"), Write(5, 6, "b"), Read(7, 8, "b")], ""));

    [Fact]
    public void An_old_value_after_the_end_of_a_newer_write_is_wrong() =>
        Assert.StartsWith("2 of 4 calls fit", HistoryCheck.FindFault([Write(1, 2, "a"), Write(3, 4, "b"), Read(5, 6, "a"), Read(7, 8, "b")], ""), StringComparison.Ordinal);

    [Fact]
    public void Calls_at_one_time_may_come_in_any_order_but_in_one() =>
        Assert.Null(HistoryCheck.FindFault([Write(1, 10, "a"), Write(2, 9, "b"), Read(3, 4, "b"), Read(5, 6, "a"), Read(7, 8, "a")], ""));

    [Fact]
    public void Nobody_sees_a_value_go_and_come_back() =>
        Assert.NotNull(HistoryCheck.FindFault([Write(1, 10, "a"), Write(2, 9, "b"), Read(3, 4, "b"), Read(5, 6, "a"), Read(7, 8, "b")], ""));

    [Fact]
    public void One_condition_holds_for_one_of_two() =>
        Assert.NotNull(HistoryCheck.FindFault([Write(1, 2, "a"), Swap(3, 10, "a", "b"), Swap(4, 9, "a", "c")], ""));

    [Fact]
    public void A_call_without_an_answer_may_have_happened_late_or_never()
    {
        Assert.Null(HistoryCheck.FindFault([Write(1, 2, "a"), Swap(3, long.MaxValue, "a", "b"), Read(5, 6, "a"), Read(7, 8, "b")], ""));
        Assert.Null(HistoryCheck.FindFault([Write(1, 2, "a"), Swap(3, long.MaxValue, "a", "b"), Read(5, 6, "a"), Read(7, 8, "a")], ""));
        Assert.NotNull(HistoryCheck.FindFault([Write(1, 2, "a"), Swap(3, long.MaxValue, "a", "b"), Read(5, 6, "b"), Read(7, 8, "a")], ""));
    }

    private static Operation Write(long begin, long end, string value) => new(begin, end, $"write {value}", _ => value);

    private static Operation Read(long begin, long end, string value) => new(begin, end, $"read {value}", s => s == value ? s : null);

    private static Operation Swap(long begin, long end, string from, string to) => new(begin, end, $"{from} to {to}", s => s == from ? to : null);
}
