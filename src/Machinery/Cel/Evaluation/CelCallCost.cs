using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>
/// What a call costs when it is run: one unit, more where a text or a list is gone through. A unit is ten characters, or
/// one item; a regular expression counts a quarter of its length for each.
/// </summary>
internal static class CelCallCost
{
    private const long Check = 350_000;

    /// <summary>What is known before the call.</summary>
    public static long Before(string name, ReadOnlySpan<CelValue> arguments)
    {
        switch (name)
        {
            case "check":
                return Check;
            case "startsWith" or "endsWith":
                return Texts(Size(arguments[1]));
            case "contains" when arguments[0].Kind == CelKind.String:
                return Math.Max(1, Texts(Size(arguments[0])) * Texts(Size(arguments[1])));
            case "matches" or "find" or "findAll":
                return Texts(1 + Size(arguments[0])) * Quarter(Size(arguments[1]));
            case "lowerAscii" or "upperAscii" or "substring" or "trim" or "url" or "isURL" or "quantity" or "isQuantity" or "ip" or "isIP" or "cidr" or "isCIDR"
                or "bytes" or "string" or "semver" or "isSemver" or "charAt" or "reverse":
                return Texts(Size(arguments[0]));
            case "replace" or "split" or "ip.isCanonical":
                return Texts(2 * Size(arguments[0]));
            case "validate" or "format":
                return Math.Max(1, Texts(Size(arguments[^1])) * 15);
            case "isSorted" or "sum" or "min" or "max" or "indexOf" or "lastIndexOf" or "distinct" or "sort" or "flatten" or "slice" or "first" or "last":
                return Traversal(arguments[0]);
            case "sets.contains" or "sets.equivalent" or "sets.intersects" when arguments.Length == 2:
                return Math.Max(1, Size(arguments[0]) * Size(arguments[1]) * (name == "sets.equivalent" ? 2 : 1));
            case "@in" when arguments[1].Kind == CelKind.List:
                return Size(arguments[1]);
            case "_==_" or "_!=_":
                return Equality(arguments[0], arguments[1]);
            case "_<_" or "_<=_" or "_>_" or "_>=_":
                return Math.Max(1, Texts(Math.Min(Size(arguments[0]), Size(arguments[1]))));
            case "_+_" when arguments[0].Kind is CelKind.String or CelKind.Bytes:
                return Texts(Size(arguments[0]) + Size(arguments[1]));
            case "_+_" when arguments[0].Kind is CelKind.List:
                return Math.Max(1, Size(arguments[0]) + Size(arguments[1]));
            default:
                return 1;
        }
    }

    /// <summary>What shows in the result only.</summary>
    public static long After(string name, CelValue result) => name is "join" or "format" or "strings.quote" && result.Kind == CelKind.String ? Texts(2 * Size(result)) : 0;

    private static long Size(CelValue value) => value.Kind switch
    {
        CelKind.String => value.AsText.Length,
        CelKind.Bytes => value.AsBytes.Length,
        CelKind.List => value.AsList.Count,
        CelKind.Map => value.AsMap.Count,
        _ => 1,
    };

    private static long Equality(CelValue a, CelValue b) => a.Kind switch
    {
        CelKind.List or CelKind.Map => Math.Max(1, Math.Min(Traversal(a), Traversal(b))),
        _ => Math.Max(1, Texts(Math.Min(Size(a), Size(b)))),
    };

    // Deep values are gone through to their ends: counting stops where nobody could pay.
    private static long Traversal(CelValue value)
    {
        var left = 100_000L;
        return Math.Max(1, Count(value, ref left));
    }

    private static long Count(CelValue value, ref long left)
    {
        if (--left <= 0)
        {
            return 1;
        }

        var sum = 1L;
        switch (value.Kind)
        {
            case CelKind.String or CelKind.Bytes:
                return Math.Max(1, Texts(Size(value)));
            case CelKind.List:
                for (var i = 0; i < value.AsList.Count && left > 0; i++)
                {
                    sum += Count(value.AsList[i], ref left);
                }

                break;
            case CelKind.Map:
                foreach (var key in value.AsMap.Keys)
                {
                    if (left > 0 && value.AsMap.TryGet(key, out var held))
                    {
                        sum += Count(held, ref left);
                    }
                }

                break;
        }

        return sum;
    }

    private static long Texts(long size) => (size + 9) / 10;

    private static long Quarter(long size) => Math.Max(1, (size + 3) / 4);
}
