using Slipway.Machinery.Cel.Libraries;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Evaluation;

/// <summary>Makes an expression ready to run: names resolved to slots, calls to functions.</summary>
internal sealed class CelPlanner
{
    private readonly string _text;
    private readonly int _variables;
    private readonly List<(string Name, int Slot)> _scope;
    private readonly HashSet<string> _used = [];

    /// <summary>Prepares to plan an expression.</summary>
    /// <param name="text">The expression, for refusals.</param>
    /// <param name="variables">The variables that it may mention.</param>
    public CelPlanner(string text, IEnumerable<string> variables)
    {
        _text = text;
        _scope = [.. variables.Select((name, slot) => (name, slot))];
        Slots = _variables = _scope.Count;
    }

    /// <summary>How many variables an evaluation needs.</summary>
    public int Slots { get; private set; }

    /// <summary>The variables mentioned, those of comprehensions left out.</summary>
    public IReadOnlySet<string> Used => _used;

    /// <summary>Plans a part.</summary>
    /// <exception cref="CelException">It names what is not there.</exception>
    public CelNode Plan(CelExpr expr) => expr switch
    {
        CelExpr.Literal literal => new CelNode.Literal(literal.Value),
        CelExpr.Name name => Resolve(name.Text) ?? throw CelException.At(_text, name.Position, $"undeclared reference to '{name.Text}' (in container '')"),
        CelExpr.Select select => Select(select),
        CelExpr.Call call => Call(call),
        CelExpr.ListOf list => new CelNode.ListOf([.. list.Items.Select(Plan)], list.Optional),
        CelExpr.MapOf map => new CelMapNode([.. map.Entries.Select(e => (Plan(e.Key), Plan(e.Value)))], map.Optional),
        CelExpr.Comprehension comprehension => Comprehension(comprehension),
        CelExpr.OptionalMap map => OptionalMap(map),
        _ => throw CelException.At(_text, expr.Position, "unsupported expression"),
    };

    private CelNode? Resolve(string name)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Name == name)
            {
                if (_scope[i].Slot < _variables)
                {
                    _used.Add(name);
                }

                return new CelNode.Variable(_scope[i].Slot);
            }
        }

        return CelTypeNames.Contains(name) ? new CelNode.Literal(CelValue.Type(name)) : null;
    }

    private CelNode Select(CelExpr.Select select)
    {
        if (CelTypeNames.Dotted(select) is { } dotted && Resolve(dotted) is { } whole)
        {
            return whole;
        }

        return new CelNode.Select(Plan(select.Operand), select.Field, select.Form);
    }

    private CelNode Call(CelExpr.Call call)
    {
        switch (call.Function)
        {
            case "_&&_" or "_||_":
                return new CelNode.Logic(call.Function == "_&&_", Plan(call.Arguments[0]), Plan(call.Arguments[1]));
            case "_?_:_":
                return new CelNode.Conditional(Plan(call.Arguments[0]), Plan(call.Arguments[1]), Plan(call.Arguments[2]));
            case "_[_]" or "_[?_]":
                return new CelNode.Index(Plan(call.Arguments[0]), Plan(call.Arguments[1]), call.Function == "_[?_]");
            case "or" or "orValue" when call.IsMember && call.Arguments.Length == 2:
                return new CelOptionalNode.Or(Plan(call.Arguments[0]), Plan(call.Arguments[1]), call.Function == "orValue");
        }

        var function = CelFunctionTable.Find(call.Function, call.IsMember, call.Arguments.Length)
            ?? throw CelException.At(_text, call.Position, CelFunctionTable.FormsOf(call.Function).Count > 0
                ? $"found no matching overload for '{call.Function}' with {(call.IsMember ? call.Arguments.Length - 1 : call.Arguments.Length)} arguments"
                : $"undeclared reference to '{call.Function}' (in container '')");
        return new CelNode.Call(function, [.. call.Arguments.Select(Plan)]);
    }

    private CelComprehension Comprehension(CelExpr.Comprehension form)
    {
        var range = Plan(form.Range);
        var slots = form.Variables.Select(_ => Slots++).ToArray();
        _scope.AddRange(form.Variables.Zip(slots));
        var condition = form.Filter is null ? null : Plan(form.Filter);
        var transform = form.Transform is null ? null : Plan(form.Transform);
        _scope.RemoveRange(_scope.Count - slots.Length, slots.Length);
        return new CelComprehension(form, range, slots, condition, transform);
    }

    private CelOptionalNode.Map OptionalMap(CelExpr.OptionalMap map)
    {
        var target = Plan(map.Target);
        var slot = Slots++;
        _scope.Add((map.Variable, slot));
        var body = Plan(map.Body);
        _scope.RemoveAt(_scope.Count - 1);
        return new CelOptionalNode.Map(target, slot, body, map.IsFlat);
    }
}
