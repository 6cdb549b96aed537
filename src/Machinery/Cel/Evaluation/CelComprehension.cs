using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>The macros that go through a list or a map.</summary>
/// <param name="form">The macro as it is written.</param>
/// <param name="range">What to go through.</param>
/// <param name="slots">The variables: the item or key; or index and item, key and value.</param>
/// <param name="condition">The condition; null where every item counts.</param>
/// <param name="transform">What is made of each item; null where the item is kept.</param>
internal sealed class CelComprehension(CelExpr.Comprehension form, CelNode range, int[] slots, CelNode? condition, CelNode? transform) : CelNode
{
    public override CelValue Evaluate(CelFrame frame)
    {
        var over = range.Evaluate(frame);
        if (over.IsError)
        {
            return over;
        }

        if (over.Kind is not (CelKind.List or CelKind.Map))
        {
            return CelValue.Error($"no such overload: a comprehension over {CelValue.NameOf(over)}");
        }

        return form.Macro switch
        {
            CelMacro.All => Decide(Entries(over), frame, decisive: false),
            CelMacro.Exists => Decide(Entries(over), frame, decisive: true),
            CelMacro.ExistsOne => ExactlyOne(Entries(over), frame),
            CelMacro.ToMap or CelMacro.ToMapEntries => CollectMap(Entries(over), frame),
            _ => Collect(Entries(over), frame),
        };
    }

    private IEnumerable<(CelValue First, CelValue Second)> Entries(CelValue over)
    {
        if (over.Kind == CelKind.List)
        {
            var list = over.AsList;
            for (var i = 0; i < list.Count; i++)
            {
                yield return slots.Length == 1 ? (list[i], default) : (CelValue.Of((long)i), list[i]);
            }

            yield break;
        }

        foreach (var key in over.AsMap.Keys)
        {
            yield return slots.Length == 2 && over.AsMap.TryGet(key, out var value) ? (key, value) : (key, default);
        }
    }

    /// <summary>One decisive item decides; without one, a failure is the result.</summary>
    private CelValue Decide(IEnumerable<(CelValue, CelValue)> entries, CelFrame frame, bool decisive)
    {
        var result = CelValue.Of(!decisive);
        foreach (var entry in entries)
        {
            var holds = Condition(entry, frame);
            if (holds.IsError)
            {
                result = holds;
            }
            else if (holds.IsTrue == decisive)
            {
                return holds;
            }
        }

        return result;
    }

    private CelValue ExactlyOne(IEnumerable<(CelValue, CelValue)> entries, CelFrame frame)
    {
        var count = 0;
        foreach (var entry in entries)
        {
            var holds = Condition(entry, frame);
            if (holds.IsError)
            {
                return holds;
            }

            count += holds.IsTrue ? 1 : 0;
        }

        return CelValue.Of(count == 1);
    }

    private CelValue Collect(IEnumerable<(CelValue First, CelValue Second)> entries, CelFrame frame)
    {
        frame.Spend(10);
        var collected = new List<CelValue>();
        foreach (var entry in entries)
        {
            var value = Made(entry, frame, out var isIn);
            if (value.IsError)
            {
                return value;
            }

            if (isIn)
            {
                collected.Add(value);
            }
        }

        return CelValue.Of(CelList.Of(collected));
    }

    private CelValue CollectMap(IEnumerable<(CelValue First, CelValue Second)> entries, CelFrame frame)
    {
        frame.Spend(30);
        var map = new Dictionary<CelValue, CelValue>();
        foreach (var entry in entries)
        {
            var value = Made(entry, frame, out var isIn);
            if (value.IsError)
            {
                return value;
            }

            if (isIn && Put(map, entry.First, value) is { } fault)
            {
                return fault;
            }
        }

        return CelValue.Of(CelMap.Of(map));
    }

    private CelValue? Put(Dictionary<CelValue, CelValue> map, CelValue key, CelValue value)
    {
        if (form.Macro == CelMacro.ToMap)
        {
            return CelMapNode.Add(map, key, value);
        }

        if (value.Kind != CelKind.Map)
        {
            return CelOperators.NoOverload("transformMapEntry", value);
        }

        foreach (var name in value.AsMap.Keys)
        {
            if (value.AsMap.TryGet(name, out var held) && CelMapNode.Add(map, name, held) is { } fault)
            {
                return CelValue.Error($"insert failed: key {CelConversions.Show(name)} already exists{(fault.AsText.Contains("type", StringComparison.Ordinal) ? $": {fault.AsText}" : "")}");
            }
        }

        return null;
    }

    private CelValue Made((CelValue First, CelValue Second) entry, CelFrame frame, out bool isIn)
    {
        isIn = false;
        if (condition is not null)
        {
            var holds = Condition(entry, frame);
            if (!holds.IsTrue)
            {
                return holds;
            }
        }

        Enter(entry, frame);
        isIn = true;
        return transform?.Evaluate(frame) ?? entry.First;
    }

    private CelValue Condition((CelValue, CelValue) entry, CelFrame frame)
    {
        Enter(entry, frame);
        var holds = condition!.Evaluate(frame);
        return holds.IsError || holds.Kind == CelKind.Bool ? holds : CelOperators.NoOverload(form.Macro.ToString().ToLowerInvariant(), holds);
    }

    private void Enter((CelValue First, CelValue Second) entry, CelFrame frame)
    {
        frame.Spend(1);
        frame.Slots[slots[0]] = entry.First;
        if (slots.Length == 2)
        {
            frame.Slots[slots[1]] = entry.Second;
        }
    }
}
