using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Schemas;

/// <summary>The rules for strings and numbers.</summary>
internal static class ScalarRules
{
    /// <summary>Checks a scalar.</summary>
    public static void Check(JsonValue value, SchemaRules rules, ValidationRun run)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                if (rules.MinLength is not null || rules.MaxLength is not null || rules.Pattern is not null || rules.Format.Length > 0)
                {
                    Text(value, value.GetValue<string>(), rules, run);
                }

                break;
            case JsonValueKind.Number:
                if (rules.Minimum is not null || rules.Maximum is not null || rules.MultipleOf is not null || rules.Format is "int32")
                {
                    Number(value, JsonNumber.Of(value), rules, run);
                }

                break;
        }
    }

    private static void Text(JsonValue value, string text, SchemaRules rules, ValidationRun run)
    {
        // A code point takes one or two characters: most texts need no counting.
        if (rules.MaxLength is { } most && text.Length > most && CodePoints(text) > most)
        {
            run.TooLong(most);
        }

        if (rules.MinLength is { } least && text.Length < 2 * least && CodePoints(text) < least)
        {
            run.Wrong(value, $"should be at least {least} chars long");
        }

        if (rules.Pattern is { } pattern)
        {
            if (!rules.Matcher!.IsMatch(text))
            {
                run.Wrong(value, $"should match '{pattern}'");
            }
        }

        if (rules.Format.Length > 0 && !StringFormats.Fits(rules.Format, text))
        {
            run.WrongFormat(rules.Format, text);
        }
    }

    private static void Number(JsonValue value, JsonNumber number, SchemaRules rules, ValidationRun run)
    {
        if (rules.Minimum is { } minimum)
        {
            var order = number.CompareTo(JsonNumber.Of(minimum));
            if (order < 0 || (order == 0 && rules.ExclusiveMinimum))
            {
                run.Wrong(value, $"should be greater than {(rules.ExclusiveMinimum ? "" : "or equal to ")}{JsonNumber.Of(minimum)}");
            }
        }

        if (rules.Maximum is { } maximum)
        {
            var order = number.CompareTo(JsonNumber.Of(maximum));
            if (order > 0 || (order == 0 && rules.ExclusiveMaximum))
            {
                run.Wrong(value, $"should be less than {(rules.ExclusiveMaximum ? "" : "or equal to ")}{JsonNumber.Of(maximum)}");
            }
        }

        if (rules.MultipleOf is { } step && !IsMultiple(number, step))
        {
            run.Wrong(value, $"should be a multiple of {JsonNumber.Of(step)}");
        }

        if (rules.Format == "int32" && (number.AsDouble is < int.MinValue or > int.MaxValue))
        {
            run.Wrong(value, "must be of type integer with format int32");
        }
    }

    private static bool IsMultiple(JsonNumber number, double step) => number.IsInteger && double.IsInteger(step) && Math.Abs(step) < long.MaxValue
        ? number.AsInteger % (long)step == 0
        : double.IsInteger(number.AsDouble / step);

    private static int CodePoints(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }
}
