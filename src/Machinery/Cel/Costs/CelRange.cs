using System.Runtime.InteropServices;

namespace Slipway.Machinery.Cel.Costs;

/// <summary>The least and the most of a size or a cost. Arithmetic stops at the largest number instead of going over.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The most.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CelRange(ulong Min, ulong Max)
{
    /// <summary>Nothing.</summary>
    public static CelRange Zero => new(0, 0);

    /// <summary>Exactly one.</summary>
    public static CelRange One => new(1, 1);

    /// <summary>Anything.</summary>
    public static CelRange Unknown => new(0, ulong.MaxValue);

    /// <summary>The sum.</summary>
    public static CelRange operator +(CelRange a, CelRange b) => new(Add(a.Min, b.Min), Add(a.Max, b.Max));

    /// <summary>The product.</summary>
    public static CelRange operator *(CelRange a, CelRange b) => new(Multiply(a.Min, b.Min), Multiply(a.Max, b.Max));

    /// <summary>The range of either.</summary>
    public static CelRange Either(CelRange a, CelRange b) => new(Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max));

    /// <summary>The range times a factor, rounded up.</summary>
    public CelRange Times(double factor) => new(Scale(Min, factor), Scale(Max, factor));

    /// <summary>The product, at most the largest number.</summary>
    public static ulong Multiply(ulong a, ulong b) => (UInt128)a * b is var product && product > ulong.MaxValue ? ulong.MaxValue : (ulong)product;

    /// <summary>The sum, at most the largest number.</summary>
    public static ulong Add(ulong a, ulong b) => ulong.MaxValue - a < b ? ulong.MaxValue : a + b;

    private static ulong Scale(ulong value, double factor) => Math.Ceiling(value * factor) is var scaled && scaled >= ulong.MaxValue ? ulong.MaxValue : (ulong)scaled;
}
