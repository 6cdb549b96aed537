using System.Text.Json.Nodes;

namespace Slipway.Machinery.Schemas;

/// <summary>The schemas that combine others: all of, any of, one of, not.</summary>
internal static class Combinations
{
    /// <summary>Checks a value against all combinations of a level.</summary>
    public static void Check(JsonNode? value, SchemaRules rules, ValidationRun run)
    {
        if (rules.AllOf.Length > 0)
        {
            var failed = rules.AllOf.Count(s => !Fits(value, s, run));
            if (failed > 0)
            {
                run.WrongCombination($"must validate all the schemas (allOf){(failed == rules.AllOf.Length ? ". None validated" : "")}");
                foreach (var schema in rules.AllOf)
                {
                    Validator.Check(value, schema, run, old: null);
                }
            }
        }

        if (rules.AnyOf.Length > 0 && !rules.AnyOf.Any(s => Fits(value, s, run)))
        {
            run.WrongCombination("must validate at least one schema (anyOf)");
            Nearest(value, rules.AnyOf, run);
        }

        if (rules.OneOf.Length > 0)
        {
            var fitting = rules.OneOf.Count(s => Fits(value, s, run));
            if (fitting != 1)
            {
                run.WrongCombination($"must validate one and only one schema (oneOf). {(fitting == 0 ? "Found none valid" : $"Found {fitting} valid alternatives")}");
                if (fitting == 0)
                {
                    Nearest(value, rules.OneOf, run);
                }
            }
        }

        if (rules.Not is { } not && Fits(value, not, run))
        {
            run.WrongCombination("must not validate the schema (not)");
        }
    }

    private static bool Fits(JsonNode? value, Schema schema, ValidationRun run) => Try(value, schema, run) == 0;

    private static int Try(JsonNode? value, Schema schema, ValidationRun run)
    {
        var before = run.Faults;
        run.BeginTrial();
        Validator.Check(value, schema, run, old: null);
        return run.EndTrial(before);
    }

    /// <summary>Tells what is wrong under the alternative that fits best.</summary>
    private static void Nearest(JsonNode? value, Schema[] schemas, ValidationRun run) =>
        Validator.Check(value, schemas.MinBy(s => Try(value, s, run))!, run, old: null);
}
