using Slipway.Machinery.Cel.Libraries;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Checking;

/// <summary>Finds the types of an expression's parts and what does not fit together.</summary>
internal sealed class CelChecker
{
    private readonly string _text;
    private readonly CelBindings _bindings = new();
    private readonly List<(string Name, CelType Type)> _scope;
    private readonly Dictionary<CelExpr, CelType> _types = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int Position, string Fault)> _faults = [];

    private CelChecker(string text, IReadOnlyDictionary<string, CelType> variables)
    {
        _text = text;
        _scope = [.. variables.Select(v => (v.Key, v.Value))];
    }

    /// <summary>Checks an expression.</summary>
    /// <param name="text">The expression as it is written, for faults.</param>
    /// <param name="root">The expression.</param>
    /// <param name="variables">The variables that it may mention, with their types.</param>
    /// <exception cref="CelException">Something does not fit.</exception>
    public static CelChecked Check(string text, CelExpr root, IReadOnlyDictionary<string, CelType> variables)
    {
        var checker = new CelChecker(text, variables);
        checker.TypeOf(root);
        if (checker._faults.Count > 0)
        {
            throw CelException.Of(text, [.. checker._faults.OrderBy(f => f.Position)]);
        }

        foreach (var (expr, type) in checker._types)
        {
            checker._types[expr] = checker._bindings.Fill(type, isFinal: true);
        }

        return new CelChecked(root, checker._types);
    }

    private CelType TypeOf(CelExpr expr)
    {
        var type = expr switch
        {
            CelExpr.Literal literal => Literal(literal.Value),
            CelExpr.Name name => Resolve(name.Text) ?? Fault(name.Position, $"undeclared reference to '{name.Text}' (in container '')"),
            CelExpr.Select select => Select(select),
            CelExpr.Call call => Call(call),
            CelExpr.ListOf list => List(list),
            CelExpr.MapOf map => Map(map),
            CelExpr.Comprehension comprehension => Comprehension(comprehension),
            CelExpr.OptionalMap map => OptionalMap(map),
            _ => CelType.Dyn,
        };
        _types[expr] = type;
        return type;
    }

    private static CelType Literal(CelValue value) => value.Kind switch
    {
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.Sized(CelType.String, value.AsText.Length, 2),
        CelKind.Bytes => CelType.Sized(CelType.Bytes, value.AsBytes.Length, 2),
        _ => CelType.Null,
    };

    private CelType Fault(int position, string fault)
    {
        _faults.Add((position, fault));
        return CelType.Error;
    }

    private CelType? Resolve(string name)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Name == name)
            {
                return _scope[i].Type;
            }
        }

        return CelTypeNames.Contains(name) ? CelType.TypeOf(CelType.Named(name)) : null;
    }

    private CelType Select(CelExpr.Select select)
    {
        if (CelTypeNames.Dotted(select) is { } dotted && Resolve(dotted) is { } whole)
        {
            return whole;
        }

        var target = _bindings.Fill(TypeOf(select.Operand), isFinal: false);
        var isOptional = select.Form == SelectForm.Optional || target.Kind == CelTypeKind.Optional;
        target = target.Kind == CelTypeKind.Optional ? target.Arguments[0] : target;
        var member = target switch
        {
            { IsDyn: true } => target,
            { Kind: CelTypeKind.Parameter } => Open(target),
            { Kind: CelTypeKind.Map } => target.Arguments[1],
            CelObjectType known => known.Fields.GetValueOrDefault(select.Field) ?? Fault(select.Position, $"undefined field '{select.Field}'"),
            _ => Fault(select.Position, $"type '{target}' does not support field selection"),
        };
        return select.Form == SelectForm.Test ? CelType.Bool : isOptional && member.Kind != CelTypeKind.Error ? CelType.Optional(member) : member;
    }

    /// <summary>A place for a type of which members are asked is anything.</summary>
    private CelType Open(CelType place)
    {
        _bindings.Fit(place, CelType.Dyn);
        return CelType.Dyn;
    }

    private CelType Call(CelExpr.Call call)
    {
        var arguments = call.Arguments.Select(a => TypeOf(a)).ToArray();
        var forms = CelFunctionTable.FormsOf(call.Function);
        if (forms.Count == 0)
        {
            return Fault(call.Position, $"undeclared reference to '{call.Function}' (in container '')");
        }

        CelType? result = null;
        foreach (var form in forms)
        {
            if (form.IsMember != call.IsMember)
            {
                continue;
            }

            var instance = _bindings.Instantiate(form);
            if (_bindings.Fit(arguments, instance.Parameters))
            {
                var found = _bindings.Fill(instance.Result, isFinal: false);
                result = result is null ? found : result.IsDyn || found.Equals(result) ? result : CelType.Dyn;
            }
        }

        return result ?? (arguments.Any(a => a.Kind == CelTypeKind.Error) ? CelType.Error : NoOverload(call, arguments));
    }

    private CelType NoOverload(CelExpr.Call call, CelType[] arguments)
    {
        var shown = arguments.Select(a => _bindings.Fill(a, isFinal: true).ToString()).ToArray();
        var signature = call.IsMember ? $"{shown[0]}.({string.Join(", ", shown[1..])})" : $"({string.Join(", ", shown)})";
        return Fault(call.Position, $"found no matching overload for '{call.Function}' applied to '{signature}'");
    }

    private CelType List(CelExpr.ListOf list)
    {
        CelType? item = null;
        for (var i = 0; i < list.Items.Length; i++)
        {
            item = Join(item, Element(list.Items[i], list.Optional.Contains(i)), list.Items[i].Position);
        }

        return CelType.List(item ?? _bindings.Fresh(), list.Items.Length);
    }

    private CelType Map(CelExpr.MapOf map)
    {
        CelType? key = null;
        CelType? value = null;
        for (var i = 0; i < map.Entries.Length; i++)
        {
            key = Join(key, TypeOf(map.Entries[i].Key), map.Entries[i].Key.Position);
            value = Join(value, Element(map.Entries[i].Value, map.Optional.Contains(i)), map.Entries[i].Value.Position);
        }

        return CelType.Map(key ?? _bindings.Fresh(), value ?? _bindings.Fresh(), map.Entries.Length);
    }

    private CelType Element(CelExpr expr, bool isOptional)
    {
        var type = TypeOf(expr);
        if (!isOptional || type.IsDyn)
        {
            return type;
        }

        var held = _bindings.Fresh();
        return _bindings.Fit(type, CelType.Optional(held)) ? _bindings.Fill(held, isFinal: false) : Fault(expr.Position, $"expected type 'optional_type({type})' but found '{type}'");
    }

    /// <summary>Kubernetes wants the items of a list that is written out to be of one type.</summary>
    private CelType Join(CelType? before, CelType next, int position)
    {
        if (before is null)
        {
            return next;
        }

        if (_bindings.Fit(next, before) || _bindings.Fit(before, next))
        {
            return CelBindings.MostGeneral(before, next);
        }

        return Fault(position, $"expected type '{_bindings.Fill(before, isFinal: true)}' but found '{_bindings.Fill(next, isFinal: true)}'");
    }

    private CelType Comprehension(CelExpr.Comprehension form)
    {
        var range = _bindings.Fill(TypeOf(form.Range), isFinal: false);
        var (first, second) = range.Kind switch
        {
            CelTypeKind.List => (form.Variables.Length == 2 ? CelType.Int : range.Arguments[0], range.Arguments[0]),
            CelTypeKind.Map => (range.Arguments[0], range.Arguments[1]),
            CelTypeKind.Dyn or CelTypeKind.Error => (range, range),
            CelTypeKind.Parameter => (Open(range), CelType.Dyn),
            _ => (Fault(form.Range.Position, $"expression of type '{range}' cannot be range of a comprehension (must be list, map, or dynamic)"), CelType.Error),
        };
        _scope.Add((form.Variables[0], first));
        if (form.Variables.Length == 2)
        {
            _scope.Add((form.Variables[1], second));
        }

        if (form.Filter is { } filter && TypeOf(filter) is var holds && !_bindings.Fit(holds, CelType.Bool))
        {
            Fault(form.Position, $"expected type 'bool' but found '{_bindings.Fill(holds, isFinal: true)}'");
        }

        var made = form.Transform is null ? first : TypeOf(form.Transform);
        _scope.RemoveRange(_scope.Count - form.Variables.Length, form.Variables.Length);
        return Result(form, range, first, made);
    }

    private CelType Result(CelExpr.Comprehension form, CelType range, CelType first, CelType made)
    {
        switch (form.Macro)
        {
            case CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne:
                return CelType.Bool;
            case CelMacro.ToMap:
                return CelType.Map(first, made, range.MaxElements);
            case CelMacro.ToMapEntries:
                var (key, value) = (_bindings.Fresh(), _bindings.Fresh());
                return _bindings.Fit(made, CelType.Map(key, value))
                    ? CelType.Map(_bindings.Fill(key, isFinal: false), _bindings.Fill(value, isFinal: false))
                    : Fault(form.Transform!.Position, $"expected type 'map' but found '{made}'");
            default:
                return CelType.List(made, range.MaxElements);
        }
    }

    private CelType OptionalMap(CelExpr.OptionalMap map)
    {
        var target = TypeOf(map.Target);
        var held = _bindings.Fresh();
        if (!_bindings.Fit(target, CelType.Optional(held)))
        {
            return Fault(map.Position, $"found no matching overload for '{(map.IsFlat ? "optFlatMap" : "optMap")}' applied to '{target}.()'");
        }

        _scope.Add((map.Variable, target.IsDyn ? CelType.Dyn : _bindings.Fill(held, isFinal: false)));
        var body = TypeOf(map.Body);
        _scope.RemoveAt(_scope.Count - 1);
        if (!map.IsFlat)
        {
            return CelType.Optional(body);
        }

        return body.IsDyn || body.Kind is CelTypeKind.Optional or CelTypeKind.Parameter ? body : Fault(map.Body.Position, $"expected type 'optional_type' but found '{body}'");
    }
}
