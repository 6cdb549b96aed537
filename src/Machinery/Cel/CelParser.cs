using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel;

/// <summary>Compiles expressions: precedence by descent, macros expanded, names resolved to slots.</summary>
internal sealed class CelParser
{
    private const int MaximumDepth = 250;
    private static readonly HashSet<string> Reserved =
        ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while", "in"];

    private static readonly HashSet<string> Types = ["int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type"];
    private readonly string _text;
    private readonly List<CelToken> _tokens;
    private readonly List<(string Name, int Slot)> _scope;
    private readonly HashSet<string> _used = [];
    private readonly int _variables;
    private int _at;
    private int _depth;

    /// <summary>Prepares to compile an expression.</summary>
    public CelParser(string text, string[] variables)
    {
        _text = text;
        _tokens = new CelLexer(text).Run();
        _scope = [.. variables.Select((name, slot) => (name, slot))];
        _variables = variables.Length;
        Slots = _variables;
    }

    /// <summary>How many variables an evaluation needs.</summary>
    public int Slots { get; private set; }

    /// <summary>The variables mentioned, those of comprehensions left out.</summary>
    public IReadOnlySet<string> Used => _used;

    private CelToken Current => _tokens[_at];

    /// <summary>Compiles the whole text.</summary>
    public CelNode Parse()
    {
        var root = Expression();
        return Current.Kind == CelTokenKind.End ? root : throw Unexpected("an operator or the end");
    }

    private CelNode Expression()
    {
        if (++_depth > MaximumDepth)
        {
            throw CelException.At(_text, Current.Position, $"Syntax error: more than {MaximumDepth} levels");
        }

        var condition = Or();
        if (Accept("?"))
        {
            var then = Or();
            Expect(":");
            condition = new CelNode.Conditional(condition, then, Expression());
        }

        _depth--;
        return condition;
    }

    private CelNode Or()
    {
        var left = And();
        while (Accept("||"))
        {
            left = new CelNode.Logic(isAnd: false, left, And());
        }

        return left;
    }

    private CelNode And()
    {
        var left = Relation();
        while (Accept("&&"))
        {
            left = new CelNode.Logic(isAnd: true, left, Relation());
        }

        return left;
    }

    private CelNode Relation()
    {
        var left = Sum();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "==" or "!=" or "<" or "<=" or ">" or ">=" } or { Kind: CelTokenKind.Name, Text: "in" })
        {
            left = new CelNode.Binary(_tokens[_at++].Text, left, Sum());
        }

        return left;
    }

    private CelNode Sum()
    {
        var left = Product();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "+" or "-" })
        {
            left = new CelNode.Binary(_tokens[_at++].Text, left, Product());
        }

        return left;
    }

    private CelNode Product()
    {
        var left = Unary();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "*" or "/" or "%" })
        {
            left = new CelNode.Binary(_tokens[_at++].Text, left, Unary());
        }

        return left;
    }

    private CelNode Unary()
    {
        if (Current is not { Kind: CelTokenKind.Symbol, Text: "!" or "-" })
        {
            return Members(Primary());
        }

        var isNot = _tokens[_at++].Text == "!";
        if (!isNot && Current is { Kind: CelTokenKind.Literal, Value: { Kind: CelKind.Int or CelKind.Double } number })
        {
            // The smallest integer can only be written with its minus.
            _at++;
            var negative = number.Kind == CelKind.Int ? CelValue.Of(unchecked(-number.AsInt)) : CelValue.Of(-number.AsDouble);
            return Members(new CelNode.Literal(negative));
        }

        if (++_depth > MaximumDepth)
        {
            throw CelException.At(_text, Current.Position, $"Syntax error: more than {MaximumDepth} levels");
        }

        var operand = Unary();
        _depth--;
        return new CelNode.Unary(isNot, operand);
    }

    private CelNode Members(CelNode node)
    {
        while (true)
        {
            if (Accept("."))
            {
                if (Current is { Kind: CelTokenKind.Symbol, Text: "?" })
                {
                    throw CelException.At(_text, Current.Position, "unsupported syntax '.?'");
                }

                var name = Name("a member's name");
                node = Accept("(") ? MemberCall(node, name) : new CelNode.Select(node, name.Text, isTest: false);
            }
            else if (Accept("["))
            {
                if (Current is { Kind: CelTokenKind.Symbol, Text: "?" })
                {
                    throw CelException.At(_text, Current.Position, "unsupported syntax '[?'");
                }

                var key = Expression();
                Expect("]");
                node = new CelNode.Index(node, key);
            }
            else
            {
                return node;
            }
        }
    }

    private CelNode MemberCall(CelNode target, CelToken name)
    {
        if (name.Text is "all" or "exists" or "exists_one" or "filter" or "map" && _tokens[_at].Kind == CelTokenKind.Name && _tokens[_at + 1].Text == ",")
        {
            return Macro(target, name.Text);
        }

        CelNode[] arguments = [target, .. Arguments(")")];
        return new CelNode.Call(Function(name, isMember: true, arguments.Length), arguments);
    }

    private CelNode Macro(CelNode range, string macro)
    {
        var variable = Name("a variable's name");
        Expect(",");
        var slot = Slots++;
        _scope.Add((variable.Text, slot));
        var first = Expression();
        var second = macro == "map" && Accept(",") ? Expression() : null;
        _scope.RemoveAt(_scope.Count - 1);
        Expect(")");
        return macro == "map"
            ? new CelComprehension(macro, range, slot, second is null ? null : first, second ?? first)
            : new CelComprehension(macro, range, slot, first, null);
    }

    private CelNode Primary()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case CelTokenKind.Literal:
                _at++;
                return token.Value is { Kind: CelKind.Int, AsInt: long.MinValue }
                    ? throw CelException.At(_text, token.Position, "Syntax error: invalid int literal")
                    : new CelNode.Literal(token.Value);
            case CelTokenKind.Name:
                var name = Name("a value");
                return Accept("(") ? GlobalCall(name) : Identifier(name);
            case CelTokenKind.Symbol when Accept("("):
                var inner = Expression();
                Expect(")");
                return inner;
            case CelTokenKind.Symbol when Accept("["):
                return new CelNode.ListOf([.. Arguments("]")]);
            case CelTokenKind.Symbol when Accept("{"):
                return Map();
            case CelTokenKind.Symbol when Accept("."):
                return Primary();
            default:
                throw Unexpected("a value");
        }
    }

    private CelNode Identifier(CelToken name)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Name == name.Text)
            {
                if (_scope[i].Slot < _variables)
                {
                    _used.Add(name.Text);
                }

                return new CelNode.Variable(_scope[i].Slot);
            }
        }

        return Types.Contains(name.Text)
            ? new CelNode.Literal(CelValue.Type(name.Text))
            : throw CelException.At(_text, name.Position, $"undeclared reference to '{name.Text}' (in container '')");
    }

    private CelNode GlobalCall(CelToken name)
    {
        if (name.Text == "has")
        {
            var argument = Expression();
            Expect(")");
            return argument is CelNode.Select select
                ? select.AsTest()
                : throw CelException.At(_text, name.Position, "invalid argument to has() macro: a field selection such as self.field is needed");
        }

        CelNode[] arguments = [.. Arguments(")")];
        return new CelNode.Call(Function(name, isMember: false, arguments.Length), arguments);
    }

    private CelFunction Function(CelToken name, bool isMember, int arity) =>
        CelFunction.Find(name.Text, isMember, arity)
        ?? throw CelException.At(_text, name.Position, CelFunction.IsKnown(name.Text)
            ? $"found no matching overload for '{name.Text}' with {(isMember ? arity - 1 : arity)} arguments"
            : $"undeclared reference to '{name.Text}' (in container '')");

    private CelNode Map()
    {
        var entries = new List<(CelNode, CelNode)>();
        while (!Accept("}"))
        {
            var key = Expression();
            Expect(":");
            entries.Add((key, Expression()));
            if (!Accept(","))
            {
                Expect("}");
                break;
            }
        }

        return new CelNode.MapOf([.. entries]);
    }

    private List<CelNode> Arguments(string end)
    {
        var arguments = new List<CelNode>();
        while (!Accept(end))
        {
            arguments.Add(Expression());
            if (!Accept(","))
            {
                Expect(end);
                break;
            }
        }

        return arguments;
    }

    private CelToken Name(string wanted)
    {
        var token = Current;
        if (token.Kind != CelTokenKind.Name || Reserved.Contains(token.Text))
        {
            throw Unexpected(wanted);
        }

        _at++;
        return token;
    }

    private bool Accept(string symbol)
    {
        if (Current.Kind != CelTokenKind.Symbol || Current.Text != symbol)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private CelException Unexpected(string wanted) =>
        CelException.At(_text, Current.Position, $"Syntax error: found {(Current.Kind == CelTokenKind.End ? "the end" : $"'{_text[Current.Position..(_at + 1 < _tokens.Count ? _tokens[_at + 1].Position : _text.Length)].Trim()}'")}, expected {wanted}");
}
