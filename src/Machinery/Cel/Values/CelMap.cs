namespace Slipway.Machinery.Cel.Values;

/// <summary>A map or object as CEL sees it; its values may be made when they are asked for.</summary>
public abstract class CelMap
{
    /// <summary>How many entries there are.</summary>
    public abstract int Count { get; }

    /// <summary>The keys, in a fixed order.</summary>
    public abstract IEnumerable<CelValue> Keys { get; }

    /// <summary>Finds an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public abstract bool TryGet(CelValue key, out CelValue value);

    /// <summary>Finds what <c>map.name</c> means.</summary>
    /// <param name="name">The name as written in the expression.</param>
    /// <param name="value">The value.</param>
    public virtual bool TrySelect(string name, out CelValue value) => TryGet(CelValue.Of(name), out value);

    /// <summary>A map of given entries.</summary>
    /// <param name="entries">The entries; not to be changed afterwards.</param>
    internal static CelMap Of(Dictionary<CelValue, CelValue> entries) => new Fixed(entries);

    private sealed class Fixed(Dictionary<CelValue, CelValue> entries) : CelMap
    {
        public override int Count => entries.Count;

        public override IEnumerable<CelValue> Keys => entries.Keys;

        public override bool TryGet(CelValue key, out CelValue value) => entries.TryGetValue(key, out value);
    }
}
