using CsCheck;
using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Unit.Machinery.Cel;

public sealed class Expressions
{
    [Theory]
    [InlineData("1 + 2 * 3 == 7")]
    [InlineData("(1 + 2) * 3 == 9")]
    [InlineData("-7 / 2 == -3 && -7 % 2 == -1")]
    [InlineData("7u / 2u == 3u")]
    [InlineData("1.5 + 1.5 == 3.0")]
    [InlineData("1 == 1.0 && 1u == 1 && 2 > 1.5")]
    [InlineData("-9223372036854775808 < 0")]
    [InlineData("0xFF == 255")]
    [InlineData("1e3 == 1000.0")]
    [InlineData("true ? 1 == 1 : 1/0 == 1")]
    [InlineData("true || 1/0 == 1")]
    [InlineData("1/0 == 1 || true")]
    [InlineData("!(1/0 == 1 && false)")]
    [InlineData("'a' + \"b\" == 'ab'")]
    [InlineData("'a\\n\\u0041\\x42' == 'a\\nAB'")]
    [InlineData("r'\\d' == '\\\\d'")]
    [InlineData("'''it's''' == \"it's\"")]
    [InlineData("b'abc' == bytes('abc')")]
    [InlineData("'b' > 'a' && 'a' < 'aa'")]
    [InlineData("size('a😀') == 2 && 'a😀'.size() == 2")]
    [InlineData("1 in [1, 2] && !(3 in [1, 2]) && 'a' in {'a': 1}")]
    [InlineData("[1, 2][1] == 2 && {'a': {'b': 3}}.a['b'] == 3")]
    [InlineData("[1] + [2] == [1, 2] && {'a': 1} == {'a': 1.0}")]
    [InlineData("has({'a': 1}.a) && !has({'a': 1}.b)")]
    [InlineData("[1, 2, 3].all(x, x > 0) && ![1, 2].all(x, x > 1)")]
    [InlineData("[1, 2].exists(x, x == 2) && [1, 2, 2].exists_one(x, x == 1)")]
    [InlineData("[1, 2, 3].filter(x, x > 1).map(x, x * 2) == [4, 6]")]
    [InlineData("[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]")]
    [InlineData("[[1], [2]].all(x, x.all(y, y > 0))")]
    [InlineData("{'a': 1, 'b': 2}.all(k, k in ['a', 'b'])")]
    [InlineData("['x', 1/0 == 1 ? 'y' : 'y'].exists(v, v == 'x') || true")]
    [InlineData("'v1.2'.matches('^v[0-9]') && matches('a', '^a$') && 'abc'.contains('b') && 'abc'.startsWith('ab') && 'abc'.endsWith('bc')")]
    [InlineData("string(1) == '1' && string(1.5) == '1.5' && string(true) == 'true' && int('7') == 7 && double('1.5') == 1.5 && uint(3) == 3u && int(2.9) == 2")]
    [InlineData("duration('1h30m') == duration('90m') && duration('1s') < duration('1m') && string(duration('1.5s')) == '1.5s'")]
    [InlineData("timestamp('2024-01-01T00:00:00Z') + duration('24h') == timestamp('2024-01-02T00:00:00Z')")]
    [InlineData("timestamp('2024-03-05T06:07:08Z').getMonth() == 2 && timestamp('2024-03-05T06:07:08Z').getHours('+02:00') == 8 && duration('90m').getHours() == 1")]
    [InlineData("timestamp('2024-01-02T00:00:00Z') - timestamp('2024-01-01T00:00:00Z') == duration('24h')")]
    [InlineData("type(1) == int && type('a') == string && type([]) == list && type(null) == null_type")]
    [InlineData("'a,b'.split(',') == ['a', 'b'] && ['a', 'b'].join('-') == 'a-b' && 'aXa'.replace('a', 'b') == 'bXb' && 'abc'.substring(1, 2) == 'b' && 'abc'.charAt(1) == 'b'")]
    [InlineData("'AbC'.lowerAscii() == 'abc' && 'AbC'.upperAscii() == 'ABC' && ' a '.trim() == 'a' && 'abcb'.indexOf('b') == 1 && 'abcb'.lastIndexOf('b') == 3")]
    [InlineData("[1, 2, 3].sum() == 6 && [3, 1].min() == 1 && [3, 1].max() == 3 && [1, 2].isSorted() && [1, 2].indexOf(2) == 1")]
    [InlineData("'a1b22'.findAll('[0-9]+') == ['1', '22'] && 'a1'.find('[0-9]') == '1'")]
    [InlineData("null == null && dyn(1) == 1")]
    [InlineData("1 /* no comment */ == 1 // a comment", true)]
    public void Are_true(string text, bool refused = false)
    {
        if (refused)
        {
            Assert.Throws<CelException>(() => CelProgram.Compile(text));
            return;
        }

        var result = Evaluate(text);
        Assert.True(result.IsTrue, result.IsError ? result.AsText : result.Kind.ToString());
    }

    [Theory]
    [InlineData("1/0", "division by zero")]
    [InlineData("9223372036854775807 + 1", "integer overflow")]
    [InlineData("0u - 1u", "unsigned integer overflow")]
    [InlineData("[1][1]", "index out of bounds: 1")]
    [InlineData("{'a': 1}.b", "no such key: b")]
    [InlineData("1 + 'a'", "no such overload: _+_ applied to (int, string)")]
    [InlineData("[1/0, 2]", "division by zero")]
    [InlineData("'a'.matches('(?=a)')", "error parsing regexp: invalid or unsupported Perl syntax: `(?=a)` at 0")]
    [InlineData("[1].all(x, x)", "no such overload: all applied to (int)")]
    [InlineData("int('x')", "strconv.ParseInt: parsing \"x\": invalid syntax")]
    public void Fail(string text, string message)
    {
        var result = Evaluate(text);
        Assert.True(result.IsError);
        Assert.Equal(message, result.AsText);
    }

    [Theory]
    [InlineData("1 +", 1, 4)]
    [InlineData("x", 1, 1)]
    [InlineData("self.y.\n  foo(1)", 2, 6)]
    [InlineData("'abc", 1, 1)]
    [InlineData("1 = 2", 1, 3)]
    [InlineData("(1", 1, 3)]
    [InlineData("[1, 2", 1, 6)]
    [InlineData("size(1, 2)", 1, 5)]
    [InlineData("has(self)", 1, 5)]
    [InlineData("self.in == ''", 1, 6)]
    [InlineData("99999999999999999999", 1, 1)]
    [InlineData("[1].all(x, y)", 1, 12)]
    public void Are_refused_with_their_place(string text, int line, int column)
    {
        var fault = Assert.Throws<CelException>(() => CelProgram.Compile(text, "self"));
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public void Work_is_bounded()
    {
        const string Text = "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, a+b+c+d > 0))))";
        Assert.Throws<CelBudgetException>(() => CelProgram.Compile(Text).Evaluate([], new CelBudget(10_000)));
        Assert.True(CelProgram.Compile(Text).Evaluate([], new CelBudget(CelBudget.PerExpression)).IsTrue);
        Assert.Throws<CelException>(() => CelProgram.Compile(new string('(', 5000) + "1"));
        Assert.Throws<CelException>(() => CelProgram.Compile(new string('!', 5000) + "true"));
    }

    [Fact]
    public void The_variables_mentioned_are_known() =>
        Assert.Equal(["oldSelf"], CelProgram.Compile("[1].all(self, self == oldSelf)", "self", "oldSelf").Uses);

    [Fact]
    public void Integer_arithmetic_is_checked() => Gen.Select(Gen.Long, Gen.Long, Gen.OneOfConst("+", "-", "*", "/", "%")).Sample((a, b, op) =>
    {
        var result = CelProgram.Compile($"x {op} y", "x", "y").Evaluate([CelValue.Of(a), CelValue.Of(b)], new CelBudget(100));
        Int128? expected = op switch
        {
            "+" => (Int128)a + b,
            "-" => (Int128)a - b,
            "*" => (Int128)a * b,
            "/" => b == 0 ? null : (Int128)a / b,
            _ => b == 0 ? null : (Int128)a % b,
        };
        Assert.Equal(expected is { } e && e >= long.MinValue && e <= long.MaxValue ? CelValue.Of((long)e) : default, result.IsError ? default : result);
    });

    [Fact]
    public void Any_text_is_compiled_or_refused_with_its_own_error() =>
        Gen.OneOfConst("self", ".", "(", ")", "[", "]", "{", "}", "1", "'a'", "\"", "+", "-", "!", "&&", "||", "?", ":", ",", "==", "in", "all", "has", "x", "size", " ", "1.5", "0x", "\\", "b'").Array[0, 12].Sample(parts =>
        {
            try
            {
                CelProgram.Compile(string.Concat(parts), "self").Evaluate([CelValue.Of(1L)], new CelBudget(1000));
            }
            catch (CelException)
            {
            }
        }, iter: 2000);

    private static CelValue Evaluate(string text) => CelProgram.Compile(text).Evaluate([], new CelBudget(CelBudget.PerExpression));
}
