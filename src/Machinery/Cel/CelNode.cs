using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>A part of a compiled expression.</summary>
internal abstract class CelNode
{
    /// <summary>The value of the part; a failure is a value too.</summary>
    public abstract CelValue Evaluate(CelFrame frame);

    /// <summary>A literal.</summary>
    public sealed class Literal(CelValue value) : CelNode
    {
        /// <summary>Its value.</summary>
        public CelValue Value => value;

        public override CelValue Evaluate(CelFrame frame) => value;
    }

    /// <summary>A variable.</summary>
    public sealed class Variable(int slot) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            return frame.Slots[slot];
        }
    }

    /// <summary>A member of a map, or whether it is there.</summary>
    public sealed class Select(CelNode operand, string name, bool isTest) : CelNode
    {
        /// <summary>The same selection as a test of presence.</summary>
        public Select AsTest() => new(operand, name, isTest: true);

        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var target = operand.Evaluate(frame);
            if (target.IsError)
            {
                return target;
            }

            if (target.Kind != CelKind.Map)
            {
                return CelValue.Error($"no such overload: select {name} of {CelValue.NameOf(target.Kind)}");
            }

            var isThere = target.AsMap.TrySelect(name, out var value);
            return isTest ? CelValue.Of(isThere) : isThere ? value : CelValue.Error($"no such key: {name}");
        }
    }

    /// <summary>An item or entry.</summary>
    public sealed class Index(CelNode operand, CelNode key) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var target = operand.Evaluate(frame);
            if (target.IsError)
            {
                return target;
            }

            var at = key.Evaluate(frame);
            return at.IsError ? at : CelOperators.Index(target, at);
        }
    }

    /// <summary>A call of a function.</summary>
    public sealed class Call(CelFunction function, CelNode[] arguments) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var values = new CelValue[arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                values[i] = arguments[i].Evaluate(frame);
                if (values[i].IsError)
                {
                    return values[i];
                }

                frame.SpendOn(values[i]);
            }

            return function.Body(values);
        }
    }

    /// <summary>An operator between two values.</summary>
    public sealed class Binary(string symbol, CelNode left, CelNode right) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var a = left.Evaluate(frame);
            if (a.IsError)
            {
                return a;
            }

            var b = right.Evaluate(frame);
            if (b.IsError)
            {
                return b;
            }

            if (symbol is "+" or "in" or "==" or "!=")
            {
                frame.SpendOn(b);
            }

            return CelOperators.Apply(symbol, a, b);
        }
    }

    /// <summary>And, or: the second side may decide even where the first fails.</summary>
    public sealed class Logic(bool isAnd, CelNode left, CelNode right) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var a = left.Evaluate(frame);
            if (a.Kind == CelKind.Bool && a.IsTrue != isAnd)
            {
                return a;
            }

            var b = right.Evaluate(frame);
            if (b.Kind == CelKind.Bool && b.IsTrue != isAnd)
            {
                return b;
            }

            return a.IsError ? a : b.IsError ? b
                : a.Kind == CelKind.Bool && b.Kind == CelKind.Bool ? CelValue.Of(isAnd) : CelOperators.NoOverload(isAnd ? "_&&_" : "_||_", a, b);
        }
    }

    /// <summary>Not, and minus.</summary>
    public sealed class Unary(bool isNot, CelNode operand) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var value = operand.Evaluate(frame);
            return value.IsError ? value
                : !isNot ? CelOperators.Negate(value)
                : value.Kind == CelKind.Bool ? CelValue.Of(!value.IsTrue) : CelOperators.NoOverload("!_", value);
        }
    }

    /// <summary>A choice.</summary>
    public sealed class Conditional(CelNode condition, CelNode then, CelNode otherwise) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var chosen = condition.Evaluate(frame);
            return chosen.IsError ? chosen
                : chosen.Kind == CelKind.Bool ? (chosen.IsTrue ? then : otherwise).Evaluate(frame) : CelOperators.NoOverload("_?_:_", chosen);
        }
    }

    /// <summary>A list written out.</summary>
    public sealed class ListOf(CelNode[] items) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(10);
            var values = new CelValue[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                values[i] = items[i].Evaluate(frame);
                if (values[i].IsError)
                {
                    return values[i];
                }
            }

            return CelValue.Of(CelList.Of(values));
        }
    }

    /// <summary>A map written out.</summary>
    public sealed class MapOf((CelNode Key, CelNode Value)[] entries) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(30);
            var map = new Dictionary<CelValue, CelValue>(entries.Length);
            foreach (var (key, value) in entries)
            {
                var (k, v) = (key.Evaluate(frame), value.Evaluate(frame));
                if (k.IsError || v.IsError)
                {
                    return k.IsError ? k : v;
                }

                if (k.Kind is not (CelKind.String or CelKind.Int or CelKind.Uint or CelKind.Bool))
                {
                    return CelValue.Error($"unsupported key type: {CelValue.NameOf(k.Kind)}");
                }

                if (!map.TryAdd(k, v))
                {
                    return CelValue.Error($"duplicate key in map: {CelConversions.Show(k)}");
                }
            }

            return CelValue.Of(CelMap.Of(map));
        }
    }
}
