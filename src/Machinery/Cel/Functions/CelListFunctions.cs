using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The functions over lists, and <c>size</c>.</summary>
internal static class CelListFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("size", 1, a => Size(a[0])),
        CelFunction.Member("size", 1, a => Size(a[0])),
        CelFunction.Member("isSorted", 1, a => a[0].Kind == CelKind.List ? IsSorted(a[0].AsList) : CelOperators.NoOverload("isSorted", a)),
        CelFunction.Member("sum", 1, a => a[0].Kind == CelKind.List ? Sum(a[0].AsList) : CelOperators.NoOverload("sum", a)),
        CelFunction.Member("min", 1, a => a[0].Kind == CelKind.List ? Extreme(a[0].AsList, "min", -1) : CelOperators.NoOverload("min", a)),
        CelFunction.Member("max", 1, a => a[0].Kind == CelKind.List ? Extreme(a[0].AsList, "max", 1) : CelOperators.NoOverload("max", a)),
        CelFunction.Member("join", 1, a => Join(a[0], "")),
        CelFunction.Member("join", 2, a => a[1].Kind == CelKind.String ? Join(a[0], a[1].AsText) : CelOperators.NoOverload("join", a)),
    ];

    /// <summary>The items of a list.</summary>
    public static IEnumerable<CelValue> Items(CelList list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            yield return list[i];
        }
    }

    /// <summary>Where an item stands in a list; -1 where it does not.</summary>
    public static CelValue IndexOf(CelList list, CelValue item, bool isLast)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var at = isLast ? list.Count - 1 - i : i;
            if (CelEquality.AreEqual(list[at], item))
            {
                return CelValue.Of((long)at);
            }
        }

        return CelValue.Of(-1L);
    }

    private static CelValue Size(CelValue value) => value.Kind switch
    {
        CelKind.String => CelValue.Of((long)CelTextFunctions.Length(value.AsText)),
        CelKind.Bytes => CelValue.Of((long)value.AsBytes.Length),
        CelKind.List => CelValue.Of((long)value.AsList.Count),
        CelKind.Map => CelValue.Of((long)value.AsMap.Count),
        _ => CelOperators.NoOverload("size", value),
    };

    private static CelValue IsSorted(CelList list)
    {
        for (var i = 1; i < list.Count; i++)
        {
            if (CelEquality.Compare(list[i - 1], list[i]) is not { } order)
            {
                return CelOperators.NoOverload("isSorted", list[i - 1], list[i]);
            }

            if (order > 0)
            {
                return CelValue.False;
            }
        }

        return CelValue.True;
    }

    private static CelValue Sum(CelList list)
    {
        var sum = CelValue.Of(0L);
        for (var i = 0; i < list.Count && !sum.IsError; i++)
        {
            sum = i == 0 ? list[i] : CelOperators.Add(sum, list[i]);
        }

        return sum;
    }

    private static CelValue Extreme(CelList list, string name, int sign)
    {
        if (list.Count == 0)
        {
            return CelValue.Error($"{name} called on empty list");
        }

        var extreme = list[0];
        for (var i = 1; i < list.Count; i++)
        {
            if (CelEquality.Compare(list[i], extreme) is not { } order)
            {
                return CelOperators.NoOverload(name, list[i], extreme);
            }

            extreme = order * sign > 0 ? list[i] : extreme;
        }

        return extreme;
    }

    private static CelValue Join(CelValue list, string separator) =>
        list.Kind == CelKind.List && Items(list.AsList).All(i => i.Kind == CelKind.String)
            ? CelValue.Of(string.Join(separator, Items(list.AsList).Select(i => i.AsText)))
            : CelOperators.NoOverload("join", list);
}
