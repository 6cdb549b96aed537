using System.Text.RegularExpressions;

namespace Slipway.Unit.Architecture;

/// <summary>Files, rooms and parameter lists stay small; what is larger stands in eng/budget.txt with its reason.</summary>
public sealed partial class SizeBudget
{
    private const int FileLines = 400;
    private const int MethodLines = 60;
    private const int RoomFiles = 20;

    [Fact]
    public void Files_are_small() => Check(
        Repository.Sources("src").Concat(Repository.Sources("test")).Select(f => (Repository.Relative(f), File.ReadLines(f).Count())), FileLines, "lines");

    [Fact]
    public void Rooms_are_small() => Check(
        Repository.Sources("src").GroupBy(f => Repository.Relative(Path.GetDirectoryName(f)!)).Select(g => (g.Key, g.Count())), RoomFiles, "files");

    [Fact]
    public void Methods_are_small() => Check(
        Repository.Sources("src").SelectMany(f => MethodSizes(f).Select(m => ($"{Repository.Relative(f)}:{m.Name}", m.Lines))), MethodLines, "lines");

    [Fact]
    public void Every_exception_is_needed()
    {
        var stale = Exceptions().Keys
            .Where(k => !k.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(Repository.Root, k)));
        Assert.Empty(stale);
    }

    /// <summary>A method is what stands between a line that opens a body at member depth and the line that closes it.</summary>
    internal static IEnumerable<(string Name, int Lines)> MethodSizes(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var at = 0; at < lines.Length; at++)
        {
            var head = MemberHead().Match(lines[at]);
            if (!head.Success)
            {
                continue;
            }

            var indent = head.Groups["indent"].Value;
            var open = at;
            while (open < lines.Length && lines[open] != indent + "{" && !lines[open].EndsWith(';') && open - at < 15)
            {
                open++;
            }

            if (open < lines.Length && lines[open] == indent + "{")
            {
                var close = Array.FindIndex(lines, open, l => l.StartsWith(indent + "}", StringComparison.Ordinal));
                if (close > open)
                {
                    yield return (head.Groups["name"].Value, close - open - 1);
                }
            }
        }
    }

    private static void Check(IEnumerable<(string Name, int Size)> sizes, int limit, string unit)
    {
        var exceptions = Exceptions();
        var over = sizes
            .Where(s => s.Size > (exceptions.TryGetValue(s.Name, out var allowed) ? allowed : limit))
            .Select(s => $"{s.Name}: {s.Size} {unit}")
            .ToList();
        Assert.True(over.Count == 0, $"Over the budget of {limit} {unit} (redesign rather than exempt):\n" + string.Join('\n', over));
    }

    private static Dictionary<string, int> Exceptions() =>
        File.ReadLines(Path.Combine(Repository.Root, "eng", "budget.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(l => l.Split(' ', 3))
            .ToDictionary(p => p[0], p => p.Length == 3 ? int.Parse(p[1]) : throw new FormatException($"eng/budget.txt: '{p[0]}' lacks a reason"));

    [GeneratedRegex(@"^(?<indent>(    ){1,2})(public|internal|private|protected|static|async|override|extension)[^=;]*?\b(?<name>\w+)(<[^(]*>)?\(")]
    private static partial Regex MemberHead();
}
