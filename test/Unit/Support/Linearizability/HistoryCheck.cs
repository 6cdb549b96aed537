namespace Slipway.Unit.Support.Linearizability;

/// <summary>
/// Looks for an order of all calls in which each answer is right, and no call stands before one that had ended when it began
/// (Wing and Gong's search; Lowe's memory of what was tried already).
/// </summary>
internal static class HistoryCheck
{
    /// <summary>Searches.</summary>
    /// <param name="history">All calls.</param>
    /// <param name="initial">The state before them.</param>
    /// <returns>Null where there is such an order, else how far the search came, for people.</returns>
    public static string? FindFault(IEnumerable<Operation> history, string initial)
    {
        var calls = history.OrderBy(c => c.Begin).ToArray();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Node>();
        open.Push(new Node(new bool[calls.Length], initial, [], 0));
        var best = open.Peek();
        var answered = calls.Count(c => !c.IsOpen);
        while (open.TryPop(out var node))
        {
            if (node.Settled == answered)
            {
                return null;
            }

            best = node.Settled > best.Settled ? node : best;
            foreach (var at in Candidates(calls, node.Done).Reverse())
            {
                if (calls[at].Apply(node.State) is not { } state)
                {
                    continue;
                }

                var done = (bool[])node.Done.Clone();
                done[at] = true;
                if (tried.Add(Key(done, state)))
                {
                    open.Push(new Node(done, state, [.. node.Order.TakeLast(11), at], node.Settled + (calls[at].IsOpen ? 0 : 1)));
                }
            }
        }

        var last = best.Order.Select(at => calls[at].Text);
        var next = Candidates(calls, best.Done).Select(at => calls[at].Text);
        return $"{best.Settled} of {answered} calls fit; after [{string.Join("; ", last)}] the state is [{best.State}], where none of these fits: [{string.Join("; ", next)}]";
    }

    /// <summary>The calls that may come next: no other that is left had ended before they began.</summary>
    private static IEnumerable<int> Candidates(Operation[] calls, bool[] done)
    {
        var firstEnd = long.MaxValue;
        for (var at = 0; at < calls.Length && calls[at].Begin < firstEnd; at++)
        {
            if (!done[at])
            {
                firstEnd = Math.Min(firstEnd, calls[at].End);
            }
        }

        for (var at = 0; at < calls.Length && calls[at].Begin <= firstEnd; at++)
        {
            if (!done[at])
            {
                yield return at;
            }
        }
    }

    private static string Key(bool[] done, string state)
    {
        var first = Array.IndexOf(done, false);
        return first < 0
            ? state
            : string.Create(done.Length - first, (done, first), static (text, from) =>
            {
                for (var at = 0; at < text.Length; at++)
                {
                    text[at] = from.done[from.first + at] ? '1' : '0';
                }
            }).TrimEnd('0') + $"@{first}|{state}";
    }

    private sealed record Node(bool[] Done, string State, int[] Order, int Settled);
}
