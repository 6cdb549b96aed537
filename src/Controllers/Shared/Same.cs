namespace Slipway.Controllers.Shared;

/// <summary>
/// Keeps what is there where it says the same, so that records stay equal and a pass without news costs no serialization.
/// </summary>
internal static class Same
{
    /// <summary>The present list where it has the same items in the same order, else the one wanted.</summary>
    /// <typeparam name="T">Items that compare by content.</typeparam>
    /// <param name="present">What is there.</param>
    /// <param name="wanted">What is to be.</param>
    public static IReadOnlyList<T> Or<T>(IReadOnlyList<T> present, IReadOnlyList<T> wanted) =>
        ReferenceEquals(present, wanted) || present.SequenceEqual(wanted) ? present : wanted;

    /// <summary>The present map where it has the same entries, else the one wanted.</summary>
    /// <param name="present">What is there.</param>
    /// <param name="wanted">What is to be.</param>
    public static IReadOnlyDictionary<string, string> Or(IReadOnlyDictionary<string, string> present, IReadOnlyDictionary<string, string> wanted) =>
        ReferenceEquals(present, wanted) || Are(present, wanted) ? present : wanted;

    /// <summary>Whether two maps have the same entries.</summary>
    /// <param name="one">One map.</param>
    /// <param name="other">Another.</param>
    public static bool Are(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var value) && value == p.Value);
}
