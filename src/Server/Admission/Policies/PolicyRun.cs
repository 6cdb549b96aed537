using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Server.Admission.Policies;

/// <summary>One judgement: the expressions of a policy over one write and one set of parameters. Not for concurrent use.</summary>
internal sealed class PolicyRun : CelMap
{
    private const int VariablesAt = 5;

    private readonly Policy _policy;
    private readonly CelValue[] _values;
    private readonly CelBudget _budget = new(CelBudget.PerObject);
    private readonly Dictionary<string, CelValue> _known = [];

    /// <summary>Prepares a judgement.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="values">The variables of admission in the order of <see cref="CelEnvironment.Admission"/>; that of <c>variables</c> is set here.</param>
    public PolicyRun(Policy policy, CelValue[] values)
    {
        _policy = policy;
        _values = values;
        _values[VariablesAt] = CelValue.Of(this);
    }

    /// <inheritdoc/>
    public override int Count => _policy.Variables.Count;

    /// <inheritdoc/>
    public override IEnumerable<CelValue> Keys => _policy.Variables.Select(v => CelValue.Of(v.Name));

    /// <inheritdoc/>
    public override bool TryGet(CelValue key, out CelValue value)
    {
        var name = key.Kind == CelKind.String ? key.AsText : "";
        if (_known.TryGetValue(name, out value))
        {
            return true;
        }

        var found = _policy.Variables.FirstOrDefault(v => v.Name == name);
        if (found.Program is null)
        {
            return false;
        }

        // A variable that leads back to itself finds an error there.
        _known[name] = CelValue.Error($"the variable {name} uses itself");
        value = _known[name] = Evaluate(found.Program);
        return true;
    }

    /// <summary>Whether all match conditions hold. One that does not hold decides, whatever others fail to say.</summary>
    /// <param name="fault">What could not be evaluated; empty where everything could, or where it does not matter.</param>
    public bool Matches(out string fault)
    {
        fault = "";
        foreach (var (name, program) in _policy.Conditions)
        {
            var result = Evaluate(program);
            if (result.Kind == CelKind.Bool && !result.IsTrue)
            {
                fault = "";
                return false;
            }

            if (result.Kind != CelKind.Bool)
            {
                fault = $"expression for condition '{name}' resulted in error: {Why(result)}";
            }
        }

        return fault.Length == 0;
    }

    /// <summary>What a validation says; null where it holds.</summary>
    /// <param name="check">The validation.</param>
    /// <param name="isFailure">Whether it could not be evaluated.</param>
    public string? Fault(PolicyCheck check, out bool isFailure)
    {
        var result = Evaluate(check.Program);
        isFailure = result.Kind != CelKind.Bool;
        if (isFailure)
        {
            return $"expression '{check.Text}' resulted in error: {Why(result)}";
        }

        if (result.IsTrue)
        {
            return null;
        }

        if (check.MessageProgram is { } program && Evaluate(program) is { Kind: CelKind.String } message && message.AsText.Trim().Length > 0)
        {
            return message.AsText.Trim();
        }

        return check.Message.Length > 0 ? check.Message : $"failed expression: {check.Text}";
    }

    /// <summary>A word for the audit log; null where there is none.</summary>
    /// <param name="program">Makes it.</param>
    public string? Annotation(CelProgram program) => Evaluate(program) is { Kind: CelKind.String } text ? text.AsText : null;

    private static string Why(CelValue value) => value.IsError ? value.AsText : "the result is no boolean";

    private CelValue Evaluate(CelProgram program)
    {
        try
        {
            return program.Evaluate(_values, new CelBudget(CelBudget.PerExpression, _budget));
        }
        catch (CelBudgetException)
        {
            return CelValue.Error("it costs more than is allowed");
        }
    }
}
