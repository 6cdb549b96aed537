namespace Slipway.Machinery.Cel.Values;

/// <summary>Equality and order of values.</summary>
internal static class CelEquality
{
    /// <summary>Whether two values are equal; values of different kinds are not, but numbers compare by value.</summary>
    public static bool AreEqual(CelValue a, CelValue b)
    {
        if (a.Kind != b.Kind)
        {
            return IsNumber(a) && IsNumber(b) && Compare(a, b) == 0;
        }

        switch (a.Kind)
        {
            case CelKind.Null:
                return true;
            case CelKind.Double:
                return a.AsDouble == b.AsDouble;
            case CelKind.String or CelKind.Type or CelKind.Error:
                return a.AsText == b.AsText;
            case CelKind.Bytes:
                return a.AsBytes.AsSpan().SequenceEqual(b.AsBytes);
            case CelKind.List:
                return a.AsList.EqualTo(b.AsList);
            case CelKind.Map:
                return MapsEqual(a.AsMap, b.AsMap);
            case CelKind.Timestamp:
                return a.AsTimestamp == b.AsTimestamp;
            case CelKind.Opaque:
                return a.AsOpaque.TypeName == b.AsOpaque.TypeName && a.AsOpaque.EqualTo(b.AsOpaque);
            case CelKind.Optional:
                return a.AsOptional is { } x ? b.AsOptional is { } y && AreEqual(x, y) : b.AsOptional is null;
            default:
                return a.AsInt == b.AsInt;
        }
    }

    /// <summary>A hash under which equal values are equal.</summary>
    public static int HashOf(CelValue value) => value.Kind switch
    {
        CelKind.Int => ((double)value.AsInt).GetHashCode(),
        CelKind.Uint => ((double)value.AsUint).GetHashCode(),
        CelKind.Double => value.AsDouble.GetHashCode(),
        CelKind.String or CelKind.Type => string.GetHashCode(value.AsText, StringComparison.Ordinal),
        CelKind.Bool => value.IsTrue ? 1 : 2,
        CelKind.Timestamp => value.AsTimestamp.GetHashCode(),
        CelKind.Duration => value.AsNanoseconds.GetHashCode(),
        _ => (int)value.Kind,
    };

    /// <summary>The order of two values, or null where they have none.</summary>
    public static int? Compare(CelValue a, CelValue b)
    {
        if (IsNumber(a) && IsNumber(b))
        {
            return Numbers(a, b);
        }

        if (a.Kind != b.Kind)
        {
            return null;
        }

        return a.Kind switch
        {
            CelKind.Bool => a.AsInt.CompareTo(b.AsInt),
            CelKind.String => CompareText(a.AsText, b.AsText),
            CelKind.Bytes => a.AsBytes.AsSpan().SequenceCompareTo(b.AsBytes),
            CelKind.Timestamp => a.AsTimestamp.CompareTo(b.AsTimestamp),
            CelKind.Duration => a.AsNanoseconds.CompareTo(b.AsNanoseconds),
            _ => null,
        };
    }

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(CelValue value) => value.Kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    private static int? Numbers(CelValue a, CelValue b)
    {
        switch (a.Kind, b.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                return a.AsInt.CompareTo(b.AsInt);
            case (CelKind.Uint, CelKind.Uint):
                return a.AsUint.CompareTo(b.AsUint);
            case (CelKind.Int, CelKind.Uint):
                return a.AsInt < 0 ? -1 : ((ulong)a.AsInt).CompareTo(b.AsUint);
            case (CelKind.Uint, CelKind.Int):
                return b.AsInt < 0 ? 1 : a.AsUint.CompareTo((ulong)b.AsInt);
            default:
                var (x, y) = (ToDouble(a), ToDouble(b));
                return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
        }
    }

    private static double ToDouble(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt,
        CelKind.Uint => value.AsUint,
        _ => value.AsDouble,
    };

    // By code points, as Go compares UTF-8: UTF-16 would put surrogate pairs before U+E000.
    private static int CompareText(string a, string b)
    {
        var (left, right) = (a.EnumerateRunes(), b.EnumerateRunes());
        while (true)
        {
            var (more, others) = (left.MoveNext(), right.MoveNext());
            if (!more || !others)
            {
                return more.CompareTo(others);
            }

            var order = left.Current.Value.CompareTo(right.Current.Value);
            if (order != 0)
            {
                return order;
            }
        }
    }

    private static bool MapsEqual(CelMap a, CelMap b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        foreach (var key in a.Keys)
        {
            if (!b.TryGet(key, out var other) || !a.TryGet(key, out var value) || !AreEqual(value, other))
            {
                return false;
            }
        }

        return true;
    }
}
