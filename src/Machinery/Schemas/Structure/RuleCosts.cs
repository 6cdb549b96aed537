using System.Globalization;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>What the rules of a schema can cost: each alone, and all together.</summary>
internal sealed class RuleCosts
{
    private const ulong LimitOfRule = 10_000_000;
    private const ulong LimitOfSchema = 100_000_000;
    private const int Named = 4;

    private readonly List<(string Path, ulong Cost)> _observed = [];
    private ulong _total;

    /// <summary>Counts the cost of an expression, and tells when it is too much for one.</summary>
    /// <param name="path">Where the expression stands.</param>
    /// <param name="what">What it is: <c>rule</c> or <c>messageExpression</c>.</param>
    /// <param name="cost">What one evaluation can cost.</param>
    /// <param name="times">How many times it can be evaluated for one object.</param>
    /// <param name="errors">Where faults go.</param>
    public void Add(string path, string what, ulong cost, ulong times, List<FieldError> errors)
    {
        var product = (UInt128)cost * times;
        var all = product > ulong.MaxValue ? ulong.MaxValue : (ulong)product;
        if (all > LimitOfRule)
        {
            errors.Add(Forbidden(path, Words($"estimated {what} cost", all, LimitOfRule)));
        }

        _observed.Add((path, all));
        _total = ulong.MaxValue - _total < all ? ulong.MaxValue : _total + all;
    }

    /// <summary>Tells when all rules together cost too much.</summary>
    /// <param name="path">Where the schema stands.</param>
    /// <param name="errors">Where faults go.</param>
    public void CheckTotal(string path, List<FieldError> errors)
    {
        if (_total <= LimitOfSchema)
        {
            return;
        }

        foreach (var (expensive, _) in _observed.OrderByDescending(o => o.Cost).Take(Named))
        {
            errors.Add(Forbidden(expensive, "contributed to estimated rule & messageExpression cost total exceeding cost limit for entire OpenAPIv3 schema"));
        }

        errors.Add(Forbidden(path, Words("x-kubernetes-validations estimated rule & messageExpression cost total for entire OpenAPIv3 schema", _total, LimitOfSchema)));
    }

    private static FieldError Forbidden(string path, string why) => new("FieldValueForbidden", path, $"Forbidden: {why}");

    private static string Words(string what, ulong cost, ulong limit)
    {
        var excess = (double)cost / limit;
        var factor = excess > 100 ? "more than 100x" : excess < 1.5 ? string.Create(CultureInfo.InvariantCulture, $"{excess:F6}x") : string.Create(CultureInfo.InvariantCulture, $"{excess:F1}x");
        return $"{what} exceeds budget by factor of {factor} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)";
    }
}
