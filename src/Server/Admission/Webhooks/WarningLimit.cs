namespace Slipway.Server.Admission.Webhooks;

/// <summary>How much webhooks may tell a client: 4 KiB in all; where they tell more, each sentence is cut after 256 characters.</summary>
internal static class WarningLimit
{
    private const int LongestWhenMuch = 256;
    private const int Most = 4096;

    /// <summary>Cuts sentences to what is told.</summary>
    /// <param name="sentences">The sentences in order.</param>
    public static IEnumerable<string> Cut(IReadOnlyList<string> sentences)
    {
        if (sentences.Sum(s => s.Length) <= Most)
        {
            return sentences;
        }

        var left = Most;
        return sentences
            .Select(s => s.Length <= LongestWhenMuch ? s : s[..LongestWhenMuch])
            .TakeWhile(s => (left -= s.Length) >= 0);
    }
}
