namespace Slipway.Server.Http;

/// <summary>Counts the requests being worked on, reading and writing apart. Safe for concurrent use.</summary>
/// <param name="reads">At most this many reading ones.</param>
/// <param name="writes">At most this many writing ones.</param>
internal sealed class InFlightLimit(int reads, int writes)
{
    private int _reads;
    private int _writes;

    /// <summary>Takes a place; false where none is free. Every true is followed by one <see cref="Leave"/>.</summary>
    /// <param name="verb">The verb of the request.</param>
    public bool TryEnter(string verb)
    {
        ref var count = ref Count(verb);
        if (Interlocked.Increment(ref count) <= Limit(verb))
        {
            return true;
        }

        Interlocked.Decrement(ref count);
        return false;
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="verb">The verb of the request.</param>
    public void Leave(string verb) => Interlocked.Decrement(ref Count(verb));

    private static bool Reads(string verb) => verb is "get" or "list" or "watch" or "head";

    private ref int Count(string verb) => ref Reads(verb) ? ref _reads : ref _writes;

    private int Limit(string verb) => Reads(verb) ? reads : writes;
}
