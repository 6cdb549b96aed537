using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>A compiled CEL expression. Immutable; safe for concurrent use.</summary>
public sealed class CelProgram
{
    private readonly CelNode _root;
    private readonly string[] _variables;
    private readonly int _slots;

    private CelProgram(CelNode root, string[] variables, int slots, IReadOnlySet<string> used)
    {
        _root = root;
        _variables = variables;
        _slots = slots;
        Uses = used;
    }

    /// <summary>The variables that the expression mentions.</summary>
    public IReadOnlySet<string> Uses { get; }

    /// <summary>Compiles an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="variables">The variables that it may mention.</param>
    /// <exception cref="CelException">The expression is malformed, or names what is not there.</exception>
    public static CelProgram Compile(string text, params IEnumerable<string> variables)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] names = [.. variables];
        var parser = new CelParser(text, names);
        var root = parser.Parse();
        return new CelProgram(root, names, parser.Slots, parser.Used);
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="values">The variables' values, in the order given to <see cref="Compile"/>.</param>
    /// <param name="budget">What it may cost.</param>
    /// <returns>The value; of kind <see cref="CelKind.Error"/> where an operation failed.</returns>
    /// <exception cref="CelBudgetException">It costs more.</exception>
    public CelValue Evaluate(ReadOnlySpan<CelValue> values, CelBudget budget)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _variables.Length);
        var frame = new CelFrame(_slots, budget);
        values.CopyTo(frame.Slots);
        return _root.Evaluate(frame);
    }
}
