using System.Numerics;
using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The functions over quantities and semantic versions, which share those of order.</summary>
internal static class CelOrderedFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("quantity", 1, a => a[0].Kind != CelKind.String ? CelOperators.NoOverload("quantity", a)
            : CelQuantity.Parse(a[0].AsText) is { } quantity ? CelValue.Of(quantity)
            : CelValue.Error("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")),
        CelFunction.Global("isQuantity", 1, a => a[0].Kind == CelKind.String ? CelValue.Of(CelQuantity.Parse(a[0].AsText) is not null) : CelOperators.NoOverload("isQuantity", a)),
        CelFunction.Global("semver", 1, a => Version(a)),
        CelFunction.Global("semver", 2, a => Version(a)),
        CelFunction.Global("isSemver", 1, a => a[0].Kind == CelKind.String ? CelValue.Of(!Version(a).IsError) : CelOperators.NoOverload("isSemver", a)),
        CelFunction.Global("isSemver", 2, a => a[0].Kind == CelKind.String ? CelValue.Of(!Version(a).IsError) : CelOperators.NoOverload("isSemver", a)),
        Number("major", 0),
        Number("minor", 1),
        Number("patch", 2),
        Order("compareTo", o => CelValue.Of((long)o)),
        Order("isGreaterThan", o => CelValue.Of(o > 0)),
        Order("isLessThan", o => CelValue.Of(o < 0)),
        OfQuantity("sign", q => CelValue.Of((long)q.Nano.Sign)),
        OfQuantity("isInteger", q => CelValue.Of(q.AsInteger is not null)),
        OfQuantity("asInteger", q => q.AsInteger is { } whole ? CelValue.Of(whole) : CelValue.Error("cannot convert value to integer")),
        OfQuantity("asApproximateFloat", q => CelValue.Of(q.AsDouble)),
        Arithmetic("add", (a, b) => a + b),
        Arithmetic("sub", (a, b) => a - b),
    ];

    private static CelValue Version(ReadOnlySpan<CelValue> arguments)
    {
        if (arguments[0].Kind != CelKind.String || (arguments.Length == 2 && arguments[1].Kind != CelKind.Bool))
        {
            return CelOperators.NoOverload("semver", arguments);
        }

        var normalize = arguments.Length == 2 && arguments[1].IsTrue ? CelSemver.Normalization.Tolerant : CelSemver.Normalization.Strict;
        return CelSemver.Parse(arguments[0].AsText, normalize) is { } version ? CelValue.Of(version) : CelValue.Error($"No Major.Minor.Patch elements found in {Json.GoText.Quote(arguments[0].AsText)}");
    }

    private static CelFunction Number(string name, int index) => CelFunction.Member(name, 1, a =>
        a[0] is { Kind: CelKind.Opaque, AsOpaque: CelSemver version } ? CelValue.Of((long)version.Numbers[index]) : CelOperators.NoOverload(name, a));

    private static CelFunction Order(string name, Func<int, CelValue> body) => CelFunction.Member(name, 2, a => (a[0].Kind, a[1].Kind) != (CelKind.Opaque, CelKind.Opaque)
        ? CelOperators.NoOverload(name, a)
        : (a[0].AsOpaque, a[1].AsOpaque) switch
        {
            (CelQuantity x, CelQuantity y) => body(x.Order(y)),
            (CelSemver x, CelSemver y) => body(x.Order(y)),
            _ => CelOperators.NoOverload(name, a),
        });

    private static CelFunction OfQuantity(string name, Func<CelQuantity, CelValue> body) => CelFunction.Member(name, 1, a =>
        a[0] is { Kind: CelKind.Opaque, AsOpaque: CelQuantity quantity } ? body(quantity) : CelOperators.NoOverload(name, a));

    private static CelFunction Arithmetic(string name, Func<BigInteger, BigInteger, BigInteger> body) => CelFunction.Member(name, 2, a =>
        a[0] is not { Kind: CelKind.Opaque, AsOpaque: CelQuantity x } ? CelOperators.NoOverload(name, a)
        : a[1].Kind == CelKind.Int ? CelValue.Of(new CelQuantity(body(x.Nano, CelQuantity.Of(a[1].AsInt).Nano)))
        : a[1] is { Kind: CelKind.Opaque, AsOpaque: CelQuantity y } ? CelValue.Of(new CelQuantity(body(x.Nano, y.Nano)))
        : CelOperators.NoOverload(name, a));
}
