using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>Reads expressions: precedence by descent, macros told apart from calls.</summary>
internal sealed class CelParser
{
    private const int MaximumDepth = 250;
    private const int MaximumLength = 100_000;
    private static readonly HashSet<string> Reserved =
        ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while", "in"];

    private readonly string _text;
    private readonly List<CelToken> _tokens;
    private int _at;
    private int _depth;

    private CelParser(string text)
    {
        _text = text.Length <= MaximumLength ? text : throw CelException.At(text, 0, $"expression code point size exceeds limit: size: {text.Length}, limit {MaximumLength}");
        _tokens = new CelLexer(text).Run();
    }

    private CelToken Current => _tokens[_at];

    /// <summary>Reads an expression.</summary>
    /// <exception cref="CelException">It is malformed.</exception>
    public static CelExpr Parse(string text)
    {
        var parser = new CelParser(text);
        var root = parser.Expression();
        if (parser.Current.Kind != CelTokenKind.End)
        {
            throw parser.Unexpected("an operator or the end");
        }

        CelWalk.All(root, text);
        return root;
    }

    private CelExpr Expression()
    {
        Deeper();
        var condition = Or();
        var at = Current.Position;
        if (Accept("?"))
        {
            var then = Or();
            Expect(":");
            condition = new CelExpr.Call("_?_:_", false, [condition, then, Expression()], at);
        }

        _depth--;
        return condition;
    }

    private CelExpr Or() => Logic("||", And);

    private CelExpr And() => Logic("&&", Relation);

    /// <summary>Many sides make a tree that is as flat as can be, for some rules have hundreds.</summary>
    private CelExpr Logic(string sign, Func<CelExpr> side)
    {
        var sides = new List<CelExpr> { side() };
        var places = new List<int>();
        for (var at = Current.Position; Accept(sign); at = Current.Position)
        {
            places.Add(at);
            sides.Add(side());
        }

        CelExpr Balance(int from, int to)
        {
            if (from == to)
            {
                return sides[from];
            }

            var middle = (from + to) / 2;
            return new CelExpr.Call($"_{sign}_", false, [Balance(from, middle), Balance(middle + 1, to)], places[middle]);
        }

        return Balance(0, sides.Count - 1);
    }

    private CelExpr Relation()
    {
        var left = Sum();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "==" or "!=" or "<" or "<=" or ">" or ">=" } or { Kind: CelTokenKind.Name, Text: "in" })
        {
            left = Binary(left, Sum);
        }

        return left;
    }

    private CelExpr Sum()
    {
        var left = Product();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "+" or "-" })
        {
            left = Binary(left, Product);
        }

        return left;
    }

    private CelExpr Product()
    {
        var left = Unary();
        while (Current is { Kind: CelTokenKind.Symbol, Text: "*" or "/" or "%" })
        {
            left = Binary(left, Unary);
        }

        return left;
    }

    private CelExpr.Call Binary(CelExpr left, Func<CelExpr> right)
    {
        var token = _tokens[_at++];
        return new CelExpr.Call(token.Text == "in" ? "@in" : $"_{token.Text}_", false, [left, right()], token.Position);
    }

    private CelExpr Unary()
    {
        if (Current is not { Kind: CelTokenKind.Symbol, Text: "!" or "-" })
        {
            return Members(Primary());
        }

        var sign = _tokens[_at++];
        if (sign.Text == "-" && Current is { Kind: CelTokenKind.Literal, Value: { Kind: CelKind.Int or CelKind.Double } number })
        {
            // The smallest integer can only be written with its minus.
            _at++;
            var negative = number.Kind == CelKind.Int ? CelValue.Of(unchecked(-number.AsInt)) : CelValue.Of(-number.AsDouble);
            return Members(new CelExpr.Literal(negative, sign.Position));
        }

        Deeper();
        var operand = Unary();
        _depth--;
        return new CelExpr.Call($"{sign.Text}_", false, [operand], sign.Position);
    }

    private CelExpr Members(CelExpr node)
    {
        while (true)
        {
            var at = Current.Position;
            if (Accept("."))
            {
                var isOptional = Accept("?");
                var name = Name("a member's name", Current.Kind == CelTokenKind.Quoted || (Current.Kind == CelTokenKind.Name && Current.Text != "in"));
                var open = Current.Position;
                node = !isOptional && Accept("(") ? MemberCall(node, name.Text, open) : new CelExpr.Select(node, name.Text, isOptional ? SelectForm.Optional : SelectForm.Value, at);
            }
            else if (Accept("["))
            {
                var isOptional = Accept("?");
                var key = Expression();
                Expect("]");
                node = new CelExpr.Call(isOptional ? "_[?_]" : "_[_]", false, [node, key], at);
            }
            else
            {
                return node;
            }
        }
    }

    private CelExpr MemberCall(CelExpr target, string name, int open)
    {
        var arguments = Arguments(")", out _);
        return CelMacros.Expand(target, name, arguments, open, _text) ?? Qualified(target, name, arguments, open) ?? new CelExpr.Call(name, true, [target, .. arguments], open);
    }

    /// <summary>The functions whose names have a dot, such as <c>ip.isCanonical</c>, are called on nothing.</summary>
    private static CelExpr.Call? Qualified(CelExpr target, string name, List<CelExpr> arguments, int open) => target is CelExpr.Name space && CelNames.IsQualified(space.Text, name)
        ? new CelExpr.Call($"{space.Text}.{name}", false, [.. arguments], open)
        : null;

    private CelExpr Primary()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case CelTokenKind.Literal:
                _at++;
                return token.Value is { Kind: CelKind.Int, AsInt: long.MinValue }
                    ? throw CelException.At(_text, token.Position, "Syntax error: invalid int literal")
                    : new CelExpr.Literal(token.Value, token.Position);
            case CelTokenKind.Name:
                var name = Name("a value", isFree: false);
                var open = Current.Position;
                return Accept("(") ? GlobalCall(name.Text, open) : new CelExpr.Name(name.Text, name.Position);
            case CelTokenKind.Symbol when Accept("("):
                var inner = Expression();
                Expect(")");
                return inner;
            case CelTokenKind.Symbol when Accept("["):
                var items = Arguments("]", out var optional);
                return new CelExpr.ListOf([.. items], optional, token.Position);
            case CelTokenKind.Symbol when Accept("{"):
                return Map(token.Position);
            case CelTokenKind.Symbol when Current.Text == "." && _tokens[_at + 1].Kind == CelTokenKind.Name:
                _at++;
                return Primary();
            default:
                throw Unexpected("a value");
        }
    }

    private CelExpr GlobalCall(string name, int open)
    {
        var arguments = Arguments(")", out _);
        if (name != "has" || arguments.Count != 1)
        {
            return new CelExpr.Call(name, false, [.. arguments], open);
        }

        return arguments[0] is CelExpr.Select { Form: SelectForm.Value } select
            ? select with { Form = SelectForm.Test }
            : throw CelException.At(_text, arguments[0].Position, "invalid argument to has() macro");
    }

    private CelExpr.MapOf Map(int at)
    {
        var entries = new List<(CelExpr, CelExpr)>();
        var optional = new HashSet<int>();
        while (!Accept("}"))
        {
            if (Accept("?"))
            {
                optional.Add(entries.Count);
            }

            var key = Expression();
            Expect(":");
            entries.Add((key, Expression()));
            if (!Accept(","))
            {
                Expect("}");
                break;
            }
        }

        return new CelExpr.MapOf([.. entries], optional, at);
    }

    private List<CelExpr> Arguments(string end, out HashSet<int> optional)
    {
        var arguments = new List<CelExpr>();
        optional = [];
        while (!Accept(end))
        {
            if (end == "]" && Accept("?"))
            {
                optional.Add(arguments.Count);
            }

            arguments.Add(Expression());
            if (!Accept(","))
            {
                Expect(end);
                break;
            }
        }

        return arguments;
    }

    private void Deeper()
    {
        if (++_depth > MaximumDepth)
        {
            throw CelException.At(_text, Current.Position, $"expression recursion limit exceeded: {MaximumDepth}");
        }
    }

    private CelToken Name(string wanted, bool isFree)
    {
        var token = Current;
        if (!isFree && (token.Kind != CelTokenKind.Name || Reserved.Contains(token.Text)))
        {
            throw token.Kind == CelTokenKind.Name && token.Text != "in" ? CelException.At(_text, token.Position, $"reserved identifier: {token.Text}") : Unexpected(wanted);
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
