using System.Text.Json.Nodes;
using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>The conditions under which a webhook is asked: CEL over the object, the object before, the request and what its sender may do. Immutable.</summary>
internal sealed class MatchConditions
{
    private const int Most = 64;

    private readonly IReadOnlyList<(string Name, CelProgram Program)> _conditions;

    private MatchConditions(IReadOnlyList<(string Name, CelProgram Program)> conditions) => _conditions = conditions;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _conditions.Count == 0;

    /// <summary>Compiles conditions that were checked when they were stored.</summary>
    /// <param name="conditions">The conditions; null for none.</param>
    public static MatchConditions Of(JsonArray? conditions) => new(
        [.. (conditions ?? []).OfType<JsonObject>().Select(c => (Meta.String(c, "name"), CelProgram.Compile(Meta.String(c, "expression"), CelEnvironment.MatchConditions)))]);

    /// <summary>Checks conditions.</summary>
    /// <param name="conditions">The conditions as given.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonNode? conditions, string path, List<FieldError> errors)
    {
        if (conditions is null)
        {
            return;
        }

        if (conditions is not JsonArray list)
        {
            errors.Add(Invalid.Type(path, conditions, "array"));
            return;
        }

        if (list.Count > Most)
        {
            errors.Add(new("FieldValueTooMany", path, $"Too many: {list.Count}: must have at most {Most} items"));
        }

        var names = new HashSet<string>();
        for (var i = 0; i < list.Count; i++)
        {
            Check(list[i] as JsonObject ?? [], $"{path}[{i}]", names, errors);
        }
    }

    /// <summary>Whether all conditions hold. One that does not hold decides, whatever others fail to say.</summary>
    /// <param name="values">The variables; see <see cref="RequestVariables"/>.</param>
    /// <param name="fault">What could not be evaluated; empty where everything could, or where it does not matter.</param>
    public bool Hold(CelValue[] values, out string fault)
    {
        fault = "";
        var budget = new CelBudget(CelBudget.PerObject);
        var faults = new List<string>();
        foreach (var (name, program) in _conditions)
        {
            var (holds, why) = Evaluate(program, values, budget);
            if (why.Length > 0)
            {
                faults.Add($"expression for condition '{name}' resulted in error: {why}");
            }
            else if (!holds)
            {
                return false;
            }
        }

        fault = string.Join("; ", faults);
        return faults.Count == 0;
    }

    private static (bool Holds, string Fault) Evaluate(CelProgram program, CelValue[] values, CelBudget budget)
    {
        try
        {
            var result = program.Evaluate(values, new CelBudget(CelBudget.PerExpression, budget));
            return result.Kind == CelKind.Bool ? (result.IsTrue, "") : (false, result.IsError ? result.AsText : "the result is no boolean");
        }
        catch (CelBudgetException)
        {
            return (false, "it costs more than is allowed");
        }
    }

    private static void Check(JsonObject condition, string path, HashSet<string> names, List<FieldError> errors)
    {
        var name = Meta.String(condition, "name");
        if (name.Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.name"));
        }
        else if (Names.KeyFault(name) is { } fault)
        {
            errors.Add(Invalid.Value($"{path}.name", name, fault));
        }
        else if (!names.Add(name))
        {
            errors.Add(Invalid.Duplicate($"{path}.name", name));
        }

        var expression = Meta.String(condition, "expression");
        if (expression.Trim().Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.expression"));
            return;
        }

        try
        {
            if (CelProgram.Compile(expression, CelEnvironment.MatchConditions).Type is { IsDyn: false } type && !type.Equals(CelType.Bool))
            {
                errors.Add(Invalid.Value($"{path}.expression", expression, "must evaluate to bool"));
            }
        }
        catch (CelException e)
        {
            errors.Add(Invalid.Value($"{path}.expression", expression, $"compilation failed: {e.Message}"));
        }
    }
}
