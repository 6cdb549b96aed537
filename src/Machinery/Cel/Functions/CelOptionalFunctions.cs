using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The functions over values that may be absent.</summary>
internal static class CelOptionalFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("optional.of", 1, a => CelValue.Optional(a[0])),
        CelFunction.Global("optional.none", 0, _ => CelValue.Optional(null)),
        CelFunction.Global("optional.ofNonZeroValue", 1, a => CelValue.Optional(IsZero(a[0]) ? null : a[0])),
        CelFunction.Member("hasValue", 1, a => a[0].Kind == CelKind.Optional ? CelValue.Of(a[0].AsOptional is not null) : CelOperators.NoOverload("hasValue", a)),
        CelFunction.Member("value", 1, a => a[0].Kind == CelKind.Optional ? a[0].AsOptional ?? CelValue.Error("optional.none() dereference") : CelOperators.NoOverload("value", a)),
        CelFunction.Member("unwrapOpt", 1, a => Unwrap(a[0])),
        CelFunction.Global("optional.unwrap", 1, a => Unwrap(a[0])),
    ];

    private static CelValue Unwrap(CelValue list) => list.Kind == CelKind.List
        ? CelValue.Of(CelList.Of([.. CelListFunctions.Items(list.AsList).Where(i => i.AsOptional is not null).Select(i => i.AsOptional!.Value)]))
        : CelOperators.NoOverload("unwrapOpt", list);

    private static bool IsZero(CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool => !value.IsTrue,
        CelKind.Int or CelKind.Uint or CelKind.Duration => value.AsInt == 0,
        CelKind.Double => value.AsDouble == 0,
        CelKind.String => value.AsText.Length == 0,
        CelKind.Bytes => value.AsBytes.Length == 0,
        CelKind.List => value.AsList.Count == 0,
        CelKind.Map => value.AsMap.Count == 0,
        CelKind.Optional => value.AsOptional is null,
        _ => false,
    };
}
