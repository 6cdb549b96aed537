using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>The macros that go through a list, or through the keys of a map.</summary>
/// <param name="macro">all, exists, exists_one, filter or map.</param>
/// <param name="range">What to go through.</param>
/// <param name="slot">The variable that each item is put into.</param>
/// <param name="condition">The condition; of <c>map</c> with two arguments null.</param>
/// <param name="transform">What <c>map</c> makes of each item.</param>
internal sealed class CelComprehension(string macro, CelNode range, int slot, CelNode? condition, CelNode? transform) : CelNode
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
            return CelValue.Error($"expression of type '{CelValue.NameOf(over.Kind)}' cannot be range of a comprehension");
        }

        var items = over.Kind == CelKind.List ? CelListFunctions.Items(over.AsList) : over.AsMap.Keys;
        return macro switch
        {
            "all" => Decide(items, frame, decisive: false),
            "exists" => Decide(items, frame, decisive: true),
            "exists_one" => ExactlyOne(items, frame),
            _ => Collect(items, frame),
        };
    }

    /// <summary>One decisive item decides; without one, a failure is the result.</summary>
    private CelValue Decide(IEnumerable<CelValue> items, CelFrame frame, bool decisive)
    {
        var result = CelValue.Of(!decisive);
        foreach (var item in items)
        {
            var holds = Condition(item, frame);
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

    private CelValue ExactlyOne(IEnumerable<CelValue> items, CelFrame frame)
    {
        var count = 0;
        foreach (var item in items)
        {
            var holds = Condition(item, frame);
            if (holds.IsError)
            {
                return holds;
            }

            count += holds.IsTrue ? 1 : 0;
        }

        return CelValue.Of(count == 1);
    }

    private CelValue Collect(IEnumerable<CelValue> items, CelFrame frame)
    {
        var collected = new List<CelValue>();
        foreach (var item in items)
        {
            if (condition is not null)
            {
                var holds = Condition(item, frame);
                if (holds.IsError)
                {
                    return holds;
                }

                if (!holds.IsTrue)
                {
                    continue;
                }
            }

            frame.Slots[slot] = item;
            var value = transform?.Evaluate(frame) ?? item;
            if (value.IsError)
            {
                return value;
            }

            collected.Add(value);
        }

        return CelValue.Of(CelList.Of(collected));
    }

    private CelValue Condition(CelValue item, CelFrame frame)
    {
        frame.Spend(1);
        frame.Slots[slot] = item;
        var holds = condition!.Evaluate(frame);
        return holds.IsError || holds.Kind == CelKind.Bool ? holds : CelOperators.NoOverload(macro, holds);
    }
}
