using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas;

/// <summary>Whether the CEL rules of a schema can be run.</summary>
internal static class RuleCheck
{
    private static readonly string[] Reasons = ["FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate"];

    /// <summary>Checks the rules of one level.</summary>
    /// <param name="rules">The level.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="isCorrelatable">Whether a value here can be found again in the object before.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(SchemaRules rules, string path, bool isCorrelatable, List<FieldError> errors)
    {
        for (var i = 0; i < rules.Validations.Length; i++)
        {
            var rule = rules.Validations[i];
            var at = $"{path}.x-kubernetes-validations[{i}]";
            if (rule.Rule.Trim().Length == 0)
            {
                errors.Add(new("FieldValueRequired", at + ".rule", "Required value: rule is not specified"));
                continue;
            }

            if (rule.Rule.Trim().Contains('\n', StringComparison.Ordinal) && rule.Message.Length == 0)
            {
                errors.Add(new("FieldValueRequired", at + ".message", "Required value: message must be specified if rule contains line breaks"));
            }

            if (rule.Message.Trim().Contains('\n', StringComparison.Ordinal))
            {
                errors.Add(new("FieldValueInvalid", at + ".message", $"Invalid value: {GoText.Quote(rule.Message)}: message must not contain line breaks"));
            }

            if (rule.Reason.Length > 0 && !Reasons.Contains(rule.Reason))
            {
                errors.Add(new("FieldValueNotSupported", at + ".reason", $"Unsupported value: {GoText.Quote(rule.Reason)}: supported values: {string.Join(", ", Reasons.Select(GoText.Quote))}"));
            }

            if (rule.FieldPath.Length > 0)
            {
                FieldPathOf(rules, rule.FieldPath, at, errors);
            }

            Expressions(rules.Compiled[i], at, isCorrelatable, errors);
        }
    }

    private static void Expressions(CompiledRule compiled, string at, bool isCorrelatable, List<FieldError> errors)
    {
        var rule = compiled.Source;
        if (compiled.Fault.Length > 0)
        {
            errors.Add(new("FieldValueInvalid", at + ".rule", $"Invalid value: {GoText.Quote(rule.Rule)}: compilation failed: {compiled.Fault}"));
        }
        else if (compiled.UsesOld && !isCorrelatable)
        {
            errors.Add(new("FieldValueInvalid", at + ".rule", $"Invalid value: {GoText.Quote(rule.Rule)}: oldSelf cannot be used on the uncorrelatable portion of the schema"));
        }
        else if (rule.OptionalOldSelf && !compiled.UsesOld)
        {
            errors.Add(new("FieldValueInvalid", at + ".optionalOldSelf", "Invalid value: true: may not be set if oldSelf is not used in rule"));
        }
    }

    private static void FieldPathOf(SchemaRules rules, string fieldPath, string at, List<FieldError> errors)
    {
        try
        {
            var names = JsonPath.Parse(fieldPath).Names ?? throw new FormatException("only names are allowed");
            var level = rules;
            foreach (var name in names)
            {
                var next = level.Properties?.GetValueOrDefault(name) ?? level.Additional ?? throw new FormatException($"there is no field {name}");
                level = next.Rules;
            }
        }
        catch (FormatException e)
        {
            errors.Add(new("FieldValueInvalid", at + ".fieldPath", $"Invalid value: {GoText.Quote(fieldPath)}: fieldPath must be a valid path: {e.Message}"));
        }
    }
}
