using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>A map written out.</summary>
/// <param name="entries">Its entries.</param>
/// <param name="optional">Which of them stand there only where they have a value.</param>
internal sealed class CelMapNode((CelNode Key, CelNode Value)[] entries, HashSet<int> optional) : CelNode
{
    public override CelValue Evaluate(CelFrame frame)
    {
        frame.Spend(30);
        var map = new Dictionary<CelValue, CelValue>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var (k, v) = (entries[i].Key.Evaluate(frame), entries[i].Value.Evaluate(frame));
            if (k.IsError || v.IsError)
            {
                return k.IsError ? k : v;
            }

            if (optional.Contains(i))
            {
                if (v.Kind != CelKind.Optional)
                {
                    return CelValue.Error($"cannot initialize optional entry '{CelConversions.Show(k)}' from non-optional value of type {CelValue.NameOf(v)}");
                }

                if (v.AsOptional is not { } held)
                {
                    continue;
                }

                v = held;
            }

            if (Add(map, k, v) is { } fault)
            {
                return fault;
            }
        }

        return CelValue.Of(CelMap.Of(map));
    }

    /// <summary>Adds an entry; the failure where it cannot be, or null.</summary>
    public static CelValue? Add(Dictionary<CelValue, CelValue> map, CelValue key, CelValue value) =>
        key.Kind is not (CelKind.String or CelKind.Int or CelKind.Uint or CelKind.Bool) ? CelValue.Error($"unsupported key type: {CelValue.NameOf(key)}")
        : !map.TryAdd(key, value) ? CelValue.Error($"Failed with repeated key {CelConversions.Show(key)}")
        : null;
}
