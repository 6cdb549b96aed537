using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>Whether the CEL rules of a schema can be run, and at what cost.</summary>
internal static class RuleCheck
{
    private const long LongestMessage = 2048;
    private static readonly string[] Reasons = ["FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate"];

    /// <summary>Checks the rules of one level.</summary>
    /// <param name="schema">The level.</param>
    /// <param name="isResource">Whether its values are whole objects.</param>
    /// <param name="scope">Where it stands.</param>
    public static void Check(Schema schema, bool isResource, RuleScope scope)
    {
        var rules = schema.Rules;
        if (rules.Validations.Length == 0)
        {
            return;
        }

        var type = SchemaTypes.Of(schema, "selfType", isResource);
        for (var i = 0; i < rules.Validations.Length; i++)
        {
            var rule = rules.Validations[i];
            var at = $"{scope.Path}.x-kubernetes-validations[{i}]";
            if (Form(rules, rule, at, scope.Errors))
            {
                Expressions(rule, type, scope with { Path = at });
            }
        }
    }

    private static bool Form(SchemaRules rules, ValidationRule rule, string at, List<FieldError> errors)
    {
        var trimmed = rule.Rule.Trim();
        var message = rule.Message.Trim();
        if (trimmed.Length == 0)
        {
            errors.Add(new("FieldValueRequired", at + ".rule", "Required value: rule is not specified"));
            return false;
        }

        if (message.Length == 0 && rule.Message.Length > 0)
        {
            errors.Add(Invalid(at + ".message", GoText.Quote(rule.Message), "message must be non-empty if specified"));
        }
        else if (HasLineBreaks(trimmed) && message.Length == 0)
        {
            errors.Add(new("FieldValueRequired", at + ".message", "Required value: message must be specified if rule contains line breaks"));
        }
        else if (HasLineBreaks(message))
        {
            errors.Add(Invalid(at + ".message", GoText.Quote(rule.Message), "message must not contain line breaks"));
        }
        else if (rule.Message.Length > LongestMessage)
        {
            errors.Add(Invalid(at + ".message", GoText.Quote(rule.Message[..10] + "..."), $"message must have a maximum length of {LongestMessage} characters"));
        }

        if (rule.MessageExpression.Length > 0 && rule.MessageExpression.Trim().Length == 0)
        {
            errors.Add(new("FieldValueRequired", at + ".messageExpression", "Required value: messageExpression must be non-empty if specified"));
        }

        if (rule.Reason.Length > 0 && !Reasons.Contains(rule.Reason))
        {
            errors.Add(new("FieldValueNotSupported", at + ".reason", $"Unsupported value: {GoText.Quote(rule.Reason)}: supported values: {string.Join(", ", Reasons.Select(GoText.Quote))}"));
        }

        if (rule.FieldPath.Length > 0)
        {
            FieldPathOf(rules, rule.FieldPath, at, errors);
        }

        return true;
    }

    private static void Expressions(ValidationRule rule, CelType? type, RuleScope scope)
    {
        if (type is null)
        {
            scope.Errors.Add(Invalid(scope.Path + ".rule", Show(rule), "rules need a schema that says what type of values it allows"));
            return;
        }

        var environment = CelEnvironment.Empty.With("self", type).With("oldSelf", rule.OptionalOldSelf ? CelType.Optional(type) : type);
        var times = scope.Cardinality ?? (ulong)(SchemaTypes.LargestRequest / (type.MinSerializedSize + 1));
        var program = Compile(rule, rule.Rule, (".rule", CelType.Bool, "cel expression must evaluate to a bool"), environment, scope);
        if (program is not null)
        {
            scope.Costs.Add(scope.Path + ".rule", "rule", program.MaxCost!.Value, times, scope.Errors);
            OldSelf(rule, program, scope);
        }

        if (rule.MessageExpression.Trim().Length > 0
            && Compile(rule, rule.MessageExpression, (".messageExpression", CelType.String, "messageExpression must evaluate to a string"), environment, scope) is { } message)
        {
            scope.Costs.Add(scope.Path + ".messageExpression", "messageExpression", message.MaxCost!.Value, times, scope.Errors);
        }
    }

    private static void OldSelf(ValidationRule rule, CelProgram program, RuleScope scope)
    {
        var usesOld = program.Uses.Contains("oldSelf");
        if (usesOld && scope.Uncorrelatable is { } uncorrelatable)
        {
            scope.Errors.Add(Invalid(scope.Path + ".rule", GoText.Quote(rule.Rule), $"oldSelf cannot be used on the uncorrelatable portion of the schema within {uncorrelatable}"));
        }
        else if (!usesOld && rule.SaysOptionalOldSelf)
        {
            scope.Errors.Add(Invalid(scope.Path + ".optionalOldSelf", rule.OptionalOldSelf ? "true" : "false", "may not be set if oldSelf is not used in rule"));
        }
    }

    private static CelProgram? Compile(ValidationRule rule, string text, (string Field, CelType Type, string Fault) wanted, CelEnvironment environment, RuleScope scope)
    {
        try
        {
            var program = CelProgram.Compile(text, environment);
            if (program.Type.Equals(wanted.Type))
            {
                return program;
            }

            scope.Errors.Add(Invalid(scope.Path + wanted.Field, Show(rule), wanted.Fault));
        }
        catch (CelException e)
        {
            var words = wanted.Field == ".rule" ? "compilation failed" : "messageExpression compilation failed";
            scope.Errors.Add(Invalid(scope.Path + wanted.Field, Show(rule), $"{words}: {e.Message}"));
        }

        return null;
    }

    /// <summary>The rule as upstream prints its own record of it.</summary>
    private static string Show(ValidationRule rule) =>
        $"apiextensions.ValidationRule{{Rule:{GoText.Quote(rule.Rule)}, Message:{GoText.Quote(rule.Message)}, MessageExpression:{GoText.Quote(rule.MessageExpression)}, "
        + $"Reason:(*apiextensions.FieldValueErrorReason)({(rule.Reason.Length > 0 ? GoText.Quote(rule.Reason) : "nil")}), FieldPath:{GoText.Quote(rule.FieldPath)}, "
        + $"OptionalOldSelf:(*bool)({(rule.SaysOptionalOldSelf ? rule.OptionalOldSelf ? "true" : "false" : "nil")})}}";

    private static void FieldPathOf(SchemaRules rules, string fieldPath, string at, List<FieldError> errors)
    {
        try
        {
            var names = JsonPath.Parse(fieldPath).Names ?? throw new FormatException("only names are allowed");
            var level = rules;
            foreach (var name in names)
            {
                var next = level.Properties?.GetValueOrDefault(name) ?? level.Additional ?? throw new FormatException($"does not refer to a valid field: there is no field {name}");
                level = next.Rules;
            }
        }
        catch (FormatException e)
        {
            errors.Add(Invalid(at + ".fieldPath", GoText.Quote(fieldPath), $"fieldPath must be a valid path: {e.Message}"));
        }
    }

    private static bool HasLineBreaks(string text) => text.AsSpan().IndexOfAny('\n', '\r') >= 0;

    private static FieldError Invalid(string path, string value, string why) => new("FieldValueInvalid", path, $"Invalid value: {value}: {why}");
}
