using System.Globalization;
using System.Text;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>A CEL expression that cannot be compiled. The message shows every fault with its line and a mark below its place.</summary>
public sealed class CelException : FormatException
{
    private CelException(string text, IReadOnlyList<(int Position, string Fault)> faults)
        : base(string.Join('\n', faults.Select(f => Show(text, f.Position, f.Fault))))
    {
        (Line, Column) = Place(text, faults[0].Position);
        Fault = faults[0].Fault;
    }

    /// <summary>What is wrong first, without the place.</summary>
    public string Fault { get; }

    /// <summary>The line of the first fault, from 1.</summary>
    public int Line { get; }

    /// <summary>The character within the line, from 1.</summary>
    public int Column { get; }

    /// <summary>Makes the refusal of a place in a text.</summary>
    internal static CelException At(string text, int position, string fault) => new(text, [(position, fault)]);

    /// <summary>Makes the refusal of several places in a text.</summary>
    internal static CelException Of(string text, IReadOnlyList<(int Position, string Fault)> faults) => new(text, faults);

    private static (int Line, int Column) Place(string text, int position)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        var start = before.LastIndexOf('\n') + 1;
        var column = 0;
        foreach (var rune in before[start..].EnumerateRunes())
        {
            column += rune.Utf16SequenceLength > 0 ? 1 : 0;
        }

        return (before.Count('\n') + 1, column + 1);
    }

    private static string Show(string text, int position, string fault)
    {
        var (line, column) = Place(text, position);
        var source = text.Split('\n')[line - 1].Replace('\t', ' ');
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"ERROR: <input>:{line}:{column}: {fault}\n | {source}\n | ")
            .Append('.', column - 1).Append('^').ToString();
    }
}
