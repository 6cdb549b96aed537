using System.Text.Json.Nodes;
using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas;

/// <summary>Holds an object against the CEL rules of its schema.</summary>
internal sealed class RuleRunner
{
    private const int LongestMessage = 5 * 1024;

    private readonly ValidationRun _run;
    private bool _told;
    private readonly CelBudget _budget = new(CelBudget.PerObject);

    private RuleRunner(ValidationRun run) => _run = run;

    /// <summary>Runs all rules; none where the object has faults that rules could stumble over, which is told as a fault too.</summary>
    public static void Check(JsonObject value, Schema schema, ValidationRun run, JsonObject? old)
    {
        foreach (var error in run.Errors)
        {
            if (error.Reason is "FieldValueTypeInvalid" or "FieldValueRequired" or "FieldValueNotSupported" or "FieldValueTooLong" or "FieldValueTooMany")
            {
                run.Report(new FieldError(
                    "FieldValueInvalid",
                    "<nil>",
                    "Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation"));
                return;
            }
        }

        var runner = new RuleRunner(run);
        try
        {
            runner.Visit(value, schema, old);
        }
        catch (CelBudgetException) when (runner._told)
        {
            // The rule that cost too much was named; no further ones are run.
        }
        catch (CelBudgetException)
        {
            run.Report(new FieldError("FieldValueInvalid", Shown(run.Path.ToString()), "Invalid value: validation failed due to running out of cost budget, no further validation rules will be run"));
        }
    }

    private void Visit(JsonNode? value, Schema schema, JsonNode? old)
    {
        if (value is null || !schema.MayHaveRules)
        {
            return;
        }

        var rules = schema.Rules;
        foreach (var rule in rules.Compiled)
        {
            Apply(rule, value, schema, old);
        }

        switch (value)
        {
            case JsonObject map:
                for (var i = 0; i < map.Count; i++)
                {
                    var (name, member) = map.GetAt(i);
                    if (schema.Property(name) is { MayHaveRules: true } property)
                    {
                        _run.Path.Enter(name);
                        Visit(member, property, (old as JsonObject)?[name]);
                        _run.Path.Leave();
                    }
                }

                break;
            case JsonArray list when rules.Items is { MayHaveRules: true } items:
                for (var i = 0; i < list.Count; i++)
                {
                    _run.Path.Enter(i);
                    Visit(list[i], items, old is JsonArray before ? ListItems.Counterpart(list[i], before, rules) : null);
                    _run.Path.Leave();
                }

                break;
        }
    }

    private void Apply(CompiledRule rule, JsonNode value, Schema schema, JsonNode? old)
    {
        if (rule.IsTransition && old is null)
        {
            return;
        }

        if (rule.Program is null)
        {
            Fail(rule, $"rule compile error: {rule.Fault}");
            return;
        }

        var before = !rule.UsesOld ? CelValue.Null : SchemaValues.Of(old, schema);
        CelValue[] variables = [SchemaValues.Of(value, schema), rule.Source.OptionalOldSelf ? CelValue.Optional(old is null ? null : before) : before];
        if (!TryEvaluate(rule.Program, variables, out var result))
        {
            var words = rule.Source.Message.Trim() is { Length: > 0 } message ? message : rule.Source.Rule.Trim();
            _run.Report(new FieldError("FieldValueInvalid", Shown(_run.Path.ToString()), $"Invalid value: 'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to call cost exceeds limit for rule: {words}"));
            _told = true;
            throw new CelBudgetException();
        }

        if (result.IsTrue || (old is not null && !rule.UsesOld && JsonEquality.AreEqual(value, old)))
        {
            return;
        }

        if (result.Kind == CelKind.Bool)
        {
            Fail(rule, Message(rule, variables));
            return;
        }

        var told = rule.Source.Message.Trim() is { Length: > 0 } given ? given : rule.Source.Rule.Trim();
        Fail(rule, !result.IsError ? $"the rule is not a boolean evaluating rule: {told}"
            : result.AsText.StartsWith("no such overload", StringComparison.Ordinal)
                ? $"'{result.AsText}': call arguments did not match a supported operator, function or macro signature for rule: {told}"
            : $"{result.AsText} evaluating rule: {told}");
    }

    /// <summary>Evaluates within what one expression may cost; that all together may not cost more is another matter.</summary>
    private bool TryEvaluate(CelProgram program, CelValue[] variables, out CelValue result)
    {
        var own = new CelBudget(CelBudget.PerExpression, _budget);
        try
        {
            result = program.Evaluate(variables, own);
            return true;
        }
        catch (CelBudgetException) when (own.Left < 0 && _budget.Left >= 0)
        {
            // Told by the caller, with the rule.
            result = default;
            return false;
        }
    }

    private string Message(CompiledRule rule, CelValue[] variables)
    {
        if (rule.Message is null || !TryEvaluate(rule.Message, variables, out var message))
        {
            return rule.DefaultMessage;
        }

        return message.Kind == CelKind.String && message.AsText.Trim() is { Length: > 0 and <= LongestMessage } text && !text.Contains('\n', StringComparison.Ordinal) ? text : rule.DefaultMessage;
    }

    private void Fail(CompiledRule rule, string message)
    {
        var path = _run.Path.ToString() + rule.Source.FieldPath;
        var (reason, words) = rule.Source.Reason switch
        {
            "FieldValueForbidden" => ("FieldValueForbidden", "Forbidden"),
            "FieldValueRequired" => ("FieldValueRequired", "Required value"),
            "FieldValueDuplicate" => ("FieldValueDuplicate", "Duplicate value"),
            _ => ("FieldValueInvalid", "Invalid value"),
        };
        _run.Report(new FieldError(reason, Shown(path.TrimStart('.')), $"{words}: {message}"));
    }

    private static string Shown(string path) => path.Length > 0 ? path : "<nil>";
}
