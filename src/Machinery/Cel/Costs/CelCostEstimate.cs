using Slipway.Machinery.Cel.Checking;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Costs;

/// <summary>How much an expression can cost when it is run, from the greatest sizes that the types of its variables allow.</summary>
internal sealed class CelCostEstimate
{
    private readonly IReadOnlyDictionary<CelExpr, CelType> _types;

    private CelCostEstimate(IReadOnlyDictionary<CelExpr, CelType> types) => _types = types;

    /// <summary>The most that an evaluation can cost.</summary>
    public static ulong Of(CelChecked known) => new CelCostEstimate(known.Types).Cost(known.Root).Max;

    private CelRange Cost(CelExpr expr)
    {
        switch (expr)
        {
            case CelExpr.Name:
                return CelRange.One;
            case CelExpr.Select select:
                var operand = _types.ContainsKey(select.Operand) ? Cost(select.Operand) : CelRange.Zero;
                return select.Form == SelectForm.Test ? operand : operand + CelRange.One;
            case CelExpr.Call call:
                return Call(call);
            case CelExpr.ListOf list:
                return list.Items.Aggregate(new CelRange(10, 10), (sum, i) => sum + Cost(i));
            case CelExpr.MapOf map:
                return map.Entries.Aggregate(new CelRange(30, 30), (sum, e) => sum + Cost(e.Key) + Cost(e.Value));
            case CelExpr.Comprehension form:
                return Comprehension(form);
            case CelExpr.OptionalMap map:
                return Cost(map.Target) + Cost(map.Body) + CelRange.One;
            default:
                return CelRange.Zero;
        }
    }

    private CelRange Comprehension(CelExpr.Comprehension form)
    {
        var each = CelRange.One;
        if (form.Filter is { } filter)
        {
            each += Cost(filter);
        }

        if (form.Transform is { } transform)
        {
            each += Cost(transform);
        }

        each += form.Macro switch
        {
            CelMacro.All or CelMacro.Exists => new CelRange(2, 2),
            CelMacro.ExistsOne => new CelRange(2, 3),
            // Each step of a list that is made makes a list of one and adds it.
            _ => new CelRange(1, 12),
        };
        var size = Size(form.Range);
        return Cost(form.Range) + CelRange.One + (size * each);
    }

    private CelRange Call(CelExpr.Call call)
    {
        var arguments = call.Arguments.Select(Cost).ToArray();
        switch (call.Function)
        {
            case "_&&_" or "_||_":
                return new CelRange(arguments[0].Min, CelRange.Add(arguments[0].Max, arguments[1].Max));
            case "_?_:_":
                return arguments[0] + CelRange.Either(arguments[1], arguments[2]);
            default:
                return arguments.Aggregate(CelRange.Zero, (sum, a) => sum + a) + Own(call);
        }
    }

    /// <summary>What the call itself costs.</summary>
    private CelRange Own(CelExpr.Call call)
    {
        CelRange At(int index) => Size(call.Arguments[index]);
        switch (call.Function)
        {
            case "check":
                return new(350_000, 350_000);
            case "startsWith" or "endsWith":
                return At(1).Times(0.1);
            case "contains" when call.Arguments.Length == 2:
                return At(0).Times(0.1) * At(1).Times(0.1);
            case "matches" or "find" or "findAll":
                return (At(0) + CelRange.One).Times(0.1) * At(1).Times(0.25);
            case "lowerAscii" or "upperAscii" or "substring" or "trim" or "url" or "isURL" or "quantity" or "isQuantity" or "ip" or "isIP" or "cidr" or "isCIDR"
                or "bytes" or "string" or "semver" or "isSemver" or "charAt" or "reverse":
                return At(0).Times(0.1);
            case "replace" or "split" or "join" or "ip.isCanonical":
                return At(0).Times(0.2);
            case "validate" or "format":
                return At(call.Arguments.Length - 1).Times(1.5);
            case "isSorted" or "sum" or "min" or "max" or "indexOf" or "lastIndexOf" or "distinct" or "sort" or "flatten" or "slice":
                return Traversal(call.Arguments[0]);
            case "sets.contains" or "sets.intersects" or "sets.equivalent":
                return At(0) * At(1) * (call.Function == "sets.equivalent" ? new CelRange(2, 2) : CelRange.One);
            case "@in":
                return _types[call.Arguments[1]].Kind == CelTypeKind.List ? At(1) : CelRange.One;
            case "_==_" or "_!=_" or "_<_" or "_<=_" or "_>_" or "_>=_":
                var (a, b) = (At(0), At(1));
                return new CelRange(Math.Min(a.Min, b.Min), Math.Min(a.Max, b.Max)).Times(0.1);
            case "_+_" when IsText(call.Arguments[0]):
                return (At(0) + At(1)).Times(0.1);
            default:
                return CelRange.One;
        }
    }

    private CelRange Traversal(CelExpr expr)
    {
        var type = _types[expr];
        return type.Kind != CelTypeKind.List ? Size(expr).Times(0.1)
            : type.Arguments[0].Equals(CelType.String) || type.Arguments[0].Equals(CelType.Bytes) ? Size(expr) * (CelRange.One + Bound(type.Arguments[0]).Times(0.1))
            : Size(expr);
    }

    private bool IsText(CelExpr expr) => _types[expr] is { Kind: CelTypeKind.Named, Name: "string" or "bytes" };

    /// <summary>How many characters, bytes, items or entries a part can have.</summary>
    private CelRange Size(CelExpr expr)
    {
        switch (expr)
        {
            case CelExpr.Literal { Value: { Kind: CelKind.String } text }:
                return new((ulong)text.AsText.Length, (ulong)text.AsText.Length);
            case CelExpr.ListOf list:
                return new(0, (ulong)list.Items.Length);
            case CelExpr.MapOf map:
                return new(0, (ulong)map.Entries.Length);
            case CelExpr.Call { Function: "_+_" } sum when _types[sum].Kind == CelTypeKind.List || IsText(sum):
                return Size(sum.Arguments[0]) + Size(sum.Arguments[1]);
            case CelExpr.Call { Function: "_?_:_" } choice:
                return CelRange.Either(Size(choice.Arguments[1]), Size(choice.Arguments[2]));
            case CelExpr.Call { Function: "lowerAscii" or "upperAscii" or "substring" or "trim" or "find" or "split" or "distinct" or "sort" or "reverse" or "slice" or "findAll" } part:
                return new(0, Size(part.Arguments[0]).Max);
            default:
                return Bound(_types[expr]);
        }
    }

    private static CelRange Bound(CelType type) => type.Kind switch
    {
        CelTypeKind.List or CelTypeKind.Map or CelTypeKind.Dyn => type.MaxElements is { } most ? new(0, (ulong)most) : CelRange.Unknown,
        CelTypeKind.Named when type.Name is "string" or "bytes" => type.MaxElements is { } most ? new(0, (ulong)most) : CelRange.Unknown,
        _ => CelRange.One,
    };
}
