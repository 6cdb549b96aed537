namespace Slipway.Machinery.Cel.Values;

/// <summary>A list as CEL sees it; its items may be made when they are asked for.</summary>
public abstract class CelList
{
    /// <summary>How many items there are.</summary>
    public abstract int Count { get; }

    /// <summary>An item.</summary>
    /// <param name="index">Its index, within <see cref="Count"/>.</param>
    public abstract CelValue this[int index] { get; }

    /// <summary>Whether another list is equal: by order, unless the list's kind says otherwise.</summary>
    /// <param name="other">The other list.</param>
    public virtual bool EqualTo(CelList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!CelEquality.AreEqual(this[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A list of given items.</summary>
    /// <param name="items">The items; not to be changed afterwards.</param>
    public static CelList Of(IReadOnlyList<CelValue> items) => new Fixed(items);

    private sealed class Fixed(IReadOnlyList<CelValue> items) : CelList
    {
        public override int Count => items.Count;

        public override CelValue this[int index] => items[index];
    }
}
