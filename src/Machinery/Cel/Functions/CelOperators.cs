using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The operators between two values.</summary>
internal static class CelOperators
{
    /// <summary>The operators as functions.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("_==_", 2, a => CelValue.Of(CelEquality.AreEqual(a[0], a[1]))),
        CelFunction.Global("_!=_", 2, a => CelValue.Of(!CelEquality.AreEqual(a[0], a[1]))),
        CelFunction.Global("_<_", 2, a => Compare("<", a[0], a[1])),
        CelFunction.Global("_<=_", 2, a => Compare("<=", a[0], a[1])),
        CelFunction.Global("_>_", 2, a => Compare(">", a[0], a[1])),
        CelFunction.Global("_>=_", 2, a => Compare(">=", a[0], a[1])),
        CelFunction.Global("@in", 2, a => In(a[0], a[1])),
        CelFunction.Global("_+_", 2, a => Add(a[0], a[1])),
        CelFunction.Global("_-_", 2, a => Subtract(a[0], a[1])),
        CelFunction.Global("_*_", 2, a => Multiply("*", a[0], a[1])),
        CelFunction.Global("_/_", 2, a => Multiply("/", a[0], a[1])),
        CelFunction.Global("_%_", 2, a => Multiply("%", a[0], a[1])),
        CelFunction.Global("-_", 1, a => Negate(a[0])),
        CelFunction.Global("!_", 1, a => a[0].Kind == CelKind.Bool ? CelValue.Of(!a[0].IsTrue) : NoOverload("!_", a)),
    ];

    /// <summary>The sum of two values.</summary>
    public static CelValue Add(CelValue a, CelValue b) => Plus(a, b);

    /// <summary>An item of a list or an entry of a map; null where there is none.</summary>
    public static CelValue? Find(CelValue container, CelValue key)
    {
        var found = Index(container, key);
        return found.IsError ? null : found;
    }

    /// <summary>The negative of a number.</summary>
    public static CelValue Negate(CelValue value) => value.Kind switch
    {
        CelKind.Int when value.AsInt == long.MinValue => Overflow(),
        CelKind.Int => CelValue.Of(-value.AsInt),
        CelKind.Double => CelValue.Of(-value.AsDouble),
        CelKind.Duration when value.AsNanoseconds != long.MinValue => CelValue.Duration(-value.AsNanoseconds),
        _ => NoOverload("-_", value),
    };

    /// <summary>An item of a list or an entry of a map.</summary>
    public static CelValue Index(CelValue container, CelValue key)
    {
        if (container.Kind == CelKind.Map)
        {
            return container.AsMap.TryGet(key, out var found) ? found : CelValue.Error($"no such key: {CelConversions.Show(key)}");
        }

        if (container.Kind != CelKind.List)
        {
            return NoOverload("_[_]", container, key);
        }

        var index = key.Kind switch
        {
            CelKind.Int => key.AsInt,
            CelKind.Uint when key.AsUint <= long.MaxValue => (long)key.AsUint,
            CelKind.Double when double.IsInteger(key.AsDouble) && Math.Abs(key.AsDouble) < 1e15 => (long)key.AsDouble,
            _ => long.MinValue,
        };
        return index == long.MinValue
            ? NoOverload("_[_]", container, key)
            : index >= 0 && index < container.AsList.Count ? container.AsList[(int)index] : CelValue.Error($"index out of bounds: {index}");
    }

    /// <summary>The failure of an operation that does not know its arguments' kinds.</summary>
    public static CelValue NoOverload(string name, params ReadOnlySpan<CelValue> arguments)
    {
        var kinds = new string[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            kinds[i] = CelValue.NameOf(arguments[i]);
        }

        return CelValue.Error($"no such overload: {name} applied to ({string.Join(", ", kinds)})");
    }

    private static CelValue Compare(string symbol, CelValue a, CelValue b)
    {
        if (CelEquality.Compare(a, b) is not { } order)
        {
            // Not-a-number is neither below nor above anything.
            return CelEquality.IsNumber(a) && CelEquality.IsNumber(b) ? CelValue.False : NoOverload($"_{symbol}_", a, b);
        }

        return CelValue.Of(symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }

    private static CelValue In(CelValue item, CelValue container)
    {
        if (container.Kind == CelKind.Map)
        {
            return CelValue.Of(container.AsMap.TryGet(item, out _));
        }

        if (container.Kind != CelKind.List)
        {
            return NoOverload("@in", item, container);
        }

        var list = container.AsList;
        for (var i = 0; i < list.Count; i++)
        {
            if (CelEquality.AreEqual(list[i], item))
            {
                return CelValue.True;
            }
        }

        return CelValue.False;
    }

    private static CelValue Plus(CelValue a, CelValue b)
    {
        switch (a.Kind, b.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                var sum = unchecked(a.AsInt + b.AsInt);
                return ((a.AsInt ^ sum) & (b.AsInt ^ sum)) < 0 ? Overflow() : CelValue.Of(sum);
            case (CelKind.Uint, CelKind.Uint):
                return ulong.MaxValue - a.AsUint < b.AsUint ? UnsignedOverflow() : CelValue.Of(a.AsUint + b.AsUint);
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(a.AsDouble + b.AsDouble);
            case (CelKind.String, CelKind.String):
                return CelValue.Of(a.AsText + b.AsText);
            case (CelKind.Bytes, CelKind.Bytes):
                return CelValue.Of((byte[])[.. a.AsBytes, .. b.AsBytes]);
            case (CelKind.List, CelKind.List):
                return CelValue.Of(CelList.Of([.. CelListFunctions.Items(a.AsList), .. CelListFunctions.Items(b.AsList)]));
            case (CelKind.Timestamp, CelKind.Duration):
                return CelTimeFunctions.Shift(a, b.AsNanoseconds);
            case (CelKind.Duration, CelKind.Timestamp):
                return CelTimeFunctions.Shift(b, a.AsNanoseconds);
            case (CelKind.Duration, CelKind.Duration):
                return Checked((Int128)a.AsNanoseconds + b.AsNanoseconds, isDuration: true);
            default:
                return NoOverload("_+_", a, b);
        }
    }

    private static CelValue Subtract(CelValue a, CelValue b)
    {
        switch (a.Kind, b.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                return Checked((Int128)a.AsInt - b.AsInt, isDuration: false);
            case (CelKind.Uint, CelKind.Uint):
                return a.AsUint < b.AsUint ? UnsignedOverflow() : CelValue.Of(a.AsUint - b.AsUint);
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(a.AsDouble - b.AsDouble);
            case (CelKind.Timestamp, CelKind.Duration):
                return CelTimeFunctions.Shift(a, -(Int128)b.AsNanoseconds);
            case (CelKind.Timestamp, CelKind.Timestamp):
                return Checked((Int128)(a.AsTimestamp - b.AsTimestamp).Ticks * 100, isDuration: true);
            case (CelKind.Duration, CelKind.Duration):
                return Checked((Int128)a.AsNanoseconds - b.AsNanoseconds, isDuration: true);
            default:
                return NoOverload("_-_", a, b);
        }
    }

    private static CelValue Multiply(string symbol, CelValue a, CelValue b)
    {
        if (a.Kind == CelKind.Double && b.Kind == CelKind.Double && symbol != "%")
        {
            return CelValue.Of(symbol == "*" ? a.AsDouble * b.AsDouble : a.AsDouble / b.AsDouble);
        }

        if (a.Kind != b.Kind || a.Kind is not (CelKind.Int or CelKind.Uint))
        {
            return NoOverload($"_{symbol}_", a, b);
        }

        var isInt = a.Kind == CelKind.Int;
        Int128 x = isInt ? a.AsInt : a.AsUint;
        Int128 y = isInt ? b.AsInt : b.AsUint;
        if (symbol != "*" && y == 0)
        {
            return CelValue.Error(symbol == "/" ? "division by zero" : "modulus by zero");
        }

        var result = symbol switch
        {
            "*" => x * y,
            "/" => x / y,
            _ => x % y,
        };
        if (isInt)
        {
            return Checked(result, isDuration: false);
        }

        return result > ulong.MaxValue ? UnsignedOverflow() : CelValue.Of((ulong)result);
    }

    private static CelValue Checked(Int128 value, bool isDuration) =>
        value < long.MinValue || value > long.MaxValue ? Overflow() : isDuration ? CelValue.Duration((long)value) : CelValue.Of((long)value);

    private static CelValue UnsignedOverflow() => CelValue.Error("unsigned integer overflow");

    private static CelValue Overflow() => CelValue.Error("integer overflow");
}
