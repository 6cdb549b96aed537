using Slipway.Machinery.Cel.Checking;
using Slipway.Machinery.Cel.Costs;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>A compiled CEL expression, interpreted when it is run. Immutable; safe for concurrent use.</summary>
public sealed class CelProgram
{
    private readonly CelNode _root;
    private readonly int _variables;
    private readonly int _slots;

    private CelProgram(string text, CelExpr expr, IReadOnlyList<string> variables, CelType type)
    {
        var planner = new CelPlanner(text, variables);
        _root = planner.Plan(expr);
        _variables = variables.Count;
        _slots = planner.Slots;
        Uses = planner.Used;
        Type = type;
    }

    /// <summary>The variables that the expression mentions.</summary>
    public IReadOnlySet<string> Uses { get; }

    /// <summary>The type of its value; <see cref="CelType.Dyn"/> where it was not checked.</summary>
    public CelType Type { get; }

    /// <summary>The most that an evaluation can cost; null where it was not checked.</summary>
    public ulong? MaxCost { get; private init; }

    /// <summary>Compiles an expression and checks its types.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="environment">The variables that it may mention.</param>
    /// <exception cref="CelException">The expression is malformed, names what is not there, or its parts do not fit together.</exception>
    public static CelProgram Compile(string text, CelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(environment);
        var expr = CelParser.Parse(text);
        var known = CelChecker.Check(text, expr, environment.Types);
        CelLiterals.Check(text, expr);
        return new CelProgram(text, expr, environment.Variables, known.Type) { MaxCost = CelCostEstimate.Of(known) };
    }

    /// <summary>Compiles an expression without looking at types: what does not fit shows when it is run.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="variables">The variables that it may mention.</param>
    /// <exception cref="CelException">The expression is malformed, or names what is not there.</exception>
    public static CelProgram Compile(string text, params IEnumerable<string> variables)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CelProgram(text, CelParser.Parse(text), [.. variables], CelType.Dyn);
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="values">The variables' values, in the order of the environment.</param>
    /// <param name="budget">What it may cost.</param>
    /// <returns>The value; of kind <see cref="CelKind.Error"/> where an operation failed.</returns>
    /// <exception cref="CelBudgetException">It costs more.</exception>
    public CelValue Evaluate(ReadOnlySpan<CelValue> values, CelBudget budget)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _variables);
        var frame = new CelFrame(_slots, budget);
        values.CopyTo(frame.Slots);
        return _root.Evaluate(frame);
    }
}
