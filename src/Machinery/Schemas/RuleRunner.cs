using System.Text.Json.Nodes;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas;

/// <summary>Holds an object against the CEL rules of its schema.</summary>
internal sealed class RuleRunner
{
    private readonly ValidationRun _run;
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

        try
        {
            new RuleRunner(run).Visit(value, schema, old);
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
        var result = rule.Program.Evaluate(variables, new CelBudget(CelBudget.PerExpression, _budget));
        if (result.IsTrue || (old is not null && !rule.UsesOld && JsonEquality.AreEqual(value, old)))
        {
            return;
        }

        if (result.Kind == CelKind.Bool)
        {
            Fail(rule, Message(rule, variables));
        }
        else
        {
            Fail(rule, $"{(result.IsError ? result.AsText : "the rule is not a boolean")} evaluating rule: {rule.DefaultMessage}");
        }
    }

    private string Message(CompiledRule rule, CelValue[] variables)
    {
        if (rule.Message is null)
        {
            return rule.DefaultMessage;
        }

        var message = rule.Message.Evaluate(variables, new CelBudget(CelBudget.PerExpression, _budget));
        return message.Kind == CelKind.String && message.AsText.Trim() is { Length: > 0 } text && !text.Contains('\n', StringComparison.Ordinal) ? text : rule.DefaultMessage;
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
