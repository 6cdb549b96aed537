using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>A part of an expression ready to run.</summary>
internal abstract class CelNode
{
    /// <summary>The value of the part; a failure is a value too.</summary>
    public abstract CelValue Evaluate(CelFrame frame);

    /// <summary>A literal.</summary>
    public sealed class Literal(CelValue value) : CelNode
    {
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

    /// <summary>A member of a map or of what an optional holds, or whether it is there.</summary>
    public sealed class Select(CelNode operand, string name, SelectForm form) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            if (form != SelectForm.Test)
            {
                frame.Spend(1);
            }

            var target = operand.Evaluate(frame);
            if (target.IsError)
            {
                return target;
            }

            var isOptional = form == SelectForm.Optional || target.Kind == CelKind.Optional;
            if (target.Kind == CelKind.Optional)
            {
                if (target.AsOptional is not { } held)
                {
                    return form == SelectForm.Test ? CelValue.False : target;
                }

                target = held;
            }

            if (target.Kind != CelKind.Map)
            {
                return isOptional && form == SelectForm.Value ? CelValue.Optional(null) : CelValue.Error($"no such overload: select {name} of {CelValue.NameOf(target)}");
            }

            var isThere = target.AsMap.TrySelect(name, out var value);
            return form == SelectForm.Test ? CelValue.Of(isThere)
                : isOptional ? CelValue.Optional(isThere ? value : null)
                : isThere ? value : CelValue.Error($"no such key: {name}");
        }
    }

    /// <summary>An item or entry, or an optional of it.</summary>
    public sealed class Index(CelNode operand, CelNode key, bool isOptional) : CelNode
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
            if (at.IsError)
            {
                return at;
            }

            var givesOptional = isOptional || target.Kind == CelKind.Optional;
            if (target.Kind == CelKind.Optional)
            {
                if (target.AsOptional is not { } held)
                {
                    return target;
                }

                target = held;
            }

            return givesOptional ? CelValue.Optional(CelOperators.Find(target, at)) : CelOperators.Index(target, at);
        }
    }

    /// <summary>A call of a function or an operator.</summary>
    public sealed class Call(CelFunction function, CelNode[] arguments) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            var values = new CelValue[arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                values[i] = arguments[i].Evaluate(frame);
                if (values[i].IsError)
                {
                    return values[i];
                }
            }

            frame.Spend(CelCallCost.Before(function.Name, values));
            var result = function.Body(values);
            frame.Spend(CelCallCost.After(function.Name, result));
            return result;
        }
    }

    /// <summary>And, or: the second side may decide even where the first fails.</summary>
    public sealed class Logic(bool isAnd, CelNode left, CelNode right) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
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

    /// <summary>A choice.</summary>
    public sealed class Conditional(CelNode condition, CelNode then, CelNode otherwise) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            var chosen = condition.Evaluate(frame);
            return chosen.IsError ? chosen
                : chosen.Kind == CelKind.Bool ? (chosen.IsTrue ? then : otherwise).Evaluate(frame) : CelOperators.NoOverload("_?_:_", chosen);
        }
    }

    /// <summary>A list written out.</summary>
    public sealed class ListOf(CelNode[] items, HashSet<int> optional) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(10);
            var values = new List<CelValue>(items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                var value = items[i].Evaluate(frame);
                if (value.IsError)
                {
                    return value;
                }

                if (!optional.Contains(i))
                {
                    values.Add(value);
                }
                else if (value.Kind != CelKind.Optional)
                {
                    return CelValue.Error($"cannot initialize optional list element from non-optional value of type {CelValue.NameOf(value)}");
                }
                else if (value.AsOptional is { } held)
                {
                    values.Add(held);
                }
            }

            return CelValue.Of(CelList.Of(values));
        }
    }
}
