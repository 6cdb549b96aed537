using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>The forms over optionals that look at their second part only where it is needed.</summary>
internal static class CelOptionalNode
{
    /// <summary><c>or</c> and <c>orValue</c>.</summary>
    public sealed class Or(CelNode target, CelNode other, bool isValue) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var first = target.Evaluate(frame);
            if (first.IsError)
            {
                return first;
            }

            if (first.Kind != CelKind.Optional)
            {
                return CelOperators.NoOverload(isValue ? "orValue" : "or", first);
            }

            return first.AsOptional is not { } held ? other.Evaluate(frame) : isValue ? held : first;
        }
    }

    /// <summary><c>optMap</c> and <c>optFlatMap</c>.</summary>
    public sealed class Map(CelNode target, int slot, CelNode body, bool isFlat) : CelNode
    {
        public override CelValue Evaluate(CelFrame frame)
        {
            frame.Spend(1);
            var first = target.Evaluate(frame);
            if (first.IsError)
            {
                return first;
            }

            if (first.Kind != CelKind.Optional)
            {
                return CelOperators.NoOverload(isFlat ? "optFlatMap" : "optMap", first);
            }

            if (first.AsOptional is not { } held)
            {
                return first;
            }

            frame.Slots[slot] = held;
            var made = body.Evaluate(frame);
            return made.IsError || isFlat ? made : CelValue.Optional(made);
        }
    }
}
