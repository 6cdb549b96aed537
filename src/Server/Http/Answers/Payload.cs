namespace Slipway.Server.Http.Answers;

/// <summary>A body in pieces, so that a list is sent without being copied together.</summary>
/// <param name="Pieces">The pieces in order.</param>
/// <param name="Length">Their length in bytes.</param>
internal readonly record struct Payload(IReadOnlyList<ReadOnlyMemory<byte>> Pieces, long Length)
{
    /// <summary>A body of one piece.</summary>
    /// <param name="whole">The body.</param>
    public Payload(ReadOnlyMemory<byte> whole)
        : this([whole], whole.Length)
    {
    }

    /// <summary>The body in one piece.</summary>
    public ReadOnlyMemory<byte> Joined()
    {
        if (Pieces.Count == 1)
        {
            return Pieces[0];
        }

        var whole = new byte[Length];
        var at = 0;
        foreach (var piece in Pieces)
        {
            piece.Span.CopyTo(whole.AsSpan(at));
            at += piece.Length;
        }

        return whole;
    }
}
