using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The wider libraries over lists: parts, order, and lists as sets.</summary>
internal static class CelListLibrary
{
    private const long LongestRange = 1_000_000;

    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        OfList("slice", 3, (l, a) => a[1].Kind == CelKind.Int && a[2].Kind == CelKind.Int ? Slice(l, a[1].AsInt, a[2].AsInt) : CelOperators.NoOverload("slice", a)),
        OfList("flatten", 1, (l, _) => Flatten(l, 1)),
        OfList("flatten", 2, (l, a) => a[1].Kind != CelKind.Int ? CelOperators.NoOverload("flatten", a) : a[1].AsInt < 0 ? CelValue.Error("level must be non-negative") : Flatten(l, a[1].AsInt)),
        OfList("distinct", 1, (l, _) => Listed(Distinct(l))),
        OfList("sort", 1, (l, _) => Sort(l)),
        OfList("first", 1, (l, _) => CelValue.Optional(l.Count > 0 ? l[0] : null)),
        OfList("last", 1, (l, _) => CelValue.Optional(l.Count > 0 ? l[l.Count - 1] : null)),
        CelFunction.Global("lists.range", 1, a => a[0].Kind != CelKind.Int ? CelOperators.NoOverload("lists.range", a)
            : a[0].AsInt > LongestRange ? CelValue.Error($"lists.range: more than {LongestRange} items")
            : Listed([.. Enumerable.Range(0, (int)Math.Max(0, a[0].AsInt)).Select(i => CelValue.Of((long)i))])),
        OfSets("sets.contains", (a, b) => Contains(a, b)),
        OfSets("sets.equivalent", (a, b) => Contains(a, b) && Contains(b, a)),
        OfSets("sets.intersects", (a, b) => CelListFunctions.Items(b).Any(Keys(a).Contains)),
    ];

    private static CelFunction OfList(string name, int arity, ListBody body) =>
        CelFunction.Member(name, arity, a => a[0].Kind == CelKind.List ? body(a[0].AsList, a) : CelOperators.NoOverload(name, a));

    private static CelFunction OfSets(string name, Func<CelList, CelList, bool> body) => CelFunction.Global(name, 2, a =>
        a[0].Kind == CelKind.List && a[1].Kind == CelKind.List ? CelValue.Of(body(a[0].AsList, a[1].AsList)) : CelOperators.NoOverload(name, a));

    private static CelValue Listed(List<CelValue> items) => CelValue.Of(CelList.Of(items));

    private static HashSet<CelValue> Keys(CelList list) => [.. CelListFunctions.Items(list)];

    private static bool Contains(CelList list, CelList part)
    {
        var keys = Keys(list);
        return CelListFunctions.Items(part).All(keys.Contains);
    }

    private static CelValue Slice(CelList list, long from, long to) =>
        from < 0 || to < 0 ? CelValue.Error($"cannot slice({from}, {to}), negative indexes not supported")
        : from > to ? CelValue.Error($"cannot slice({from}, {to}), start index must be less than or equal to end index")
        : to > list.Count ? CelValue.Error($"cannot slice({from}, {to}), list is length {list.Count}")
        : Listed([.. CelListFunctions.Items(list).Skip((int)from).Take((int)(to - from))]);

    private static CelValue Flatten(CelList list, long depth)
    {
        var flat = new List<CelValue>();
        Fill(list, Math.Min(depth, 100), flat);
        return Listed(flat);
    }

    private static void Fill(CelList list, long depth, List<CelValue> flat)
    {
        foreach (var item in CelListFunctions.Items(list))
        {
            if (item.Kind == CelKind.List && depth > 0)
            {
                Fill(item.AsList, depth - 1, flat);
            }
            else
            {
                flat.Add(item);
            }
        }
    }

    private static List<CelValue> Distinct(CelList list)
    {
        var seen = new HashSet<CelValue>();
        return [.. CelListFunctions.Items(list).Where(seen.Add)];
    }

    private static CelValue Sort(CelList list)
    {
        CelValue[] items = [.. CelListFunctions.Items(list)];
        if (Array.Exists(items, i => i.Kind != items[0].Kind))
        {
            return CelValue.Error("list elements must have the same type");
        }

        return items.Length > 1 && CelEquality.Compare(items[0], items[1]) is null
            ? CelValue.Error("list elements must be comparable")
            : Listed([.. items.Order(Comparer<CelValue>.Create((a, b) => CelEquality.Compare(a, b) ?? 0))]);
    }

    private delegate CelValue ListBody(CelList list, ReadOnlySpan<CelValue> arguments);
}
