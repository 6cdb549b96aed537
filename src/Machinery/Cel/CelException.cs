namespace Slipway.Machinery.Cel;

/// <summary>A CEL expression that cannot be compiled.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="line">The line of the fault, from 1.</param>
/// <param name="column">The character within the line, from 1.</param>
public sealed class CelException(string fault, int line, int column) : FormatException($"ERROR: <input>:{line}:{column}: {fault}")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Fault { get; } = fault;

    /// <summary>The line of the fault, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The character within the line, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>Makes the refusal of a place in a text.</summary>
    internal static CelException At(string text, int position, string fault)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        return new CelException(fault, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
