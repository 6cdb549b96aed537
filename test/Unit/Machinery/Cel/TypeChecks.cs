using CsCheck;
using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Unit.Machinery.Cel;

public sealed class TypeChecks
{
    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .With("self", new CelObjectType("selfType", new Dictionary<string, CelType>
        {
            ["n"] = CelType.Int,
            ["s"] = CelType.String,
            ["names"] = CelType.List(CelType.String, 10),
            ["map"] = CelType.Map(CelType.String, CelType.Int, 5),
            ["deep"] = new CelObjectType("selfType.deep", new Dictionary<string, CelType> { ["b"] = CelType.Bool }),
            ["any"] = CelType.Dyn,
        }))
        .With("x", CelType.Dyn);

    [Theory]
    [InlineData("1 + 2", "int")]
    [InlineData("self.n > 1.5", "bool")]
    [InlineData("self.names", "list(string)")]
    [InlineData("self.names.map(n, size(n))", "list(int)")]
    [InlineData("self.names.filter(n, n != '')", "list(string)")]
    [InlineData("self.map['a']", "int")]
    [InlineData("self.map.a", "int")]
    [InlineData("self.map.transformMap(k, v, string(v))", "map(string, string)")]
    [InlineData("self.?s", "optional_type(string)")]
    [InlineData("self.?s.orValue('')", "string")]
    [InlineData("self.any.whatever[0]", "dyn")]
    [InlineData("true ? 1 : x", "dyn")]
    [InlineData("[1, 2]", "list(int)")]
    [InlineData("[]", "list(dyn)")]
    [InlineData("{'a': [1]}", "map(string, list(int))")]
    [InlineData("type(1) == int", "bool")]
    [InlineData("optional.of(1).optMap(v, string(v))", "optional_type(string)")]
    [InlineData("has(self.deep.b)", "bool")]
    [InlineData("quantity('1')", "kubernetes.Quantity")]
    [InlineData("null", "null")]
    [InlineData("x + 1", "int")]
    [InlineData("x == self.s || x == self.n", "bool")]
    public void Have_a_type(string text, string type) => Assert.Equal(type, CelProgram.Compile(text, Environment).Type.ToString());

    [Theory]
    [InlineData("self.zz", "undefined field 'zz'", 5)]
    [InlineData("self.deep.zz == 1", "undefined field 'zz'", 10)]
    [InlineData("1 + 'a'", "found no matching overload for '_+_' applied to '(int, string)'", 3)]
    [InlineData("self.s == 1", "found no matching overload for '_==_' applied to '(string, int)'", 8)]
    [InlineData("self.s.startsWith(1)", "found no matching overload for 'startsWith' applied to 'string.(int)'", 18)]
    [InlineData("nope", "undeclared reference to 'nope' (in container '')", 1)]
    [InlineData("nope(1)", "undeclared reference to 'nope' (in container '')", 5)]
    [InlineData("self.n.foo", "type 'int' does not support field selection", 7)]
    [InlineData("[1, 'a']", "expected type 'int' but found 'string'", 5)]
    [InlineData("self.n.all(v, true)", "expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)", 5)]
    [InlineData("self.names.all(v, v)", "expected type 'bool' but found 'string'", 15)]
    [InlineData("self.n && true", "found no matching overload for '_&&_' applied to '(int, bool)'", 8)]
    [InlineData("self.names[0] > 1", "found no matching overload for '_>_' applied to '(string, int)'", 15)]
    [InlineData("'a'.matches('(?=a)')", "invalid matches argument: error parsing regexp: invalid or unsupported Perl syntax: `(?=a)` at 0", 13)]
    [InlineData("duration('x') == duration('1s')", "invalid duration argument", 10)]
    [InlineData("for", "reserved identifier: for", 1)]
    [InlineData("self.names.all(1, true)", "argument must be a simple name", 16)]
    public void Are_refused(string text, string fault, int column)
    {
        var refusal = Assert.Throws<CelException>(() => CelProgram.Compile(text, Environment));
        Assert.Equal((fault, column), (refusal.Fault, refusal.Column));
    }

    [Fact]
    public void All_faults_are_told_with_their_places() => Assert.Equal(
        "ERROR: <input>:1:5: undefined field 'a'\n | self.a == 1 ||\n | ....^\nERROR: <input>:2:6: undefined field 'b'\n |  self.b == 2\n | .....^",
        Assert.Throws<CelException>(() => CelProgram.Compile("self.a == 1 ||\n self.b == 2", Environment)).Message);

    [Fact]
    public void Hundreds_of_sides_are_no_depth()
    {
        var text = string.Join(" || ", Enumerable.Repeat("self.n == 1", 2000));
        Assert.Equal(CelType.Bool, CelProgram.Compile(text, Environment).Type);
        Assert.Throws<CelException>(() => CelProgram.Compile(string.Join(" + ", Enumerable.Repeat("1", 20_000)), Environment));
        Assert.Throws<CelException>(() => CelProgram.Compile("x" + string.Concat(Enumerable.Repeat(".x", 20_000)), Environment));
    }

    [Theory]
    [InlineData("self.n == 1", 3)]
    [InlineData("self.names.all(n, n == 'a')", 60)]
    [InlineData("'a' in self.names", 15)]
    public void Costs_are_bounded_by_sizes(string text, int atMost) => Assert.InRange(CelProgram.Compile(text, Environment).MaxCost!.Value, 1UL, (ulong)atMost);

    [Fact]
    public void What_has_no_bound_costs_everything() => Assert.Equal(ulong.MaxValue, CelProgram.Compile("x.all(a, x.all(b, a == b))", Environment).MaxCost);

    [Fact]
    public void What_passes_the_check_never_lacks_an_overload() =>
        Gen.OneOfConst("self", ".", "n", "s", "names", "map", "deep", "b", "any", "(", ")", "[", "]", "1", "'a'", "+", "-", "!", "&&", "||", "?", ":", ",", "==", "in", ".all(e, ", ".map(e, ", "has(", "size(", " ", "1.5", "e", "x", ".?")
            .Array[0, 14].Sample(parts =>
            {
                try
                {
                    var program = CelProgram.Compile(string.Concat(parts), Environment.Without("x"));
                    var self = CelValue.Of(new Self());
                    var result = program.Evaluate([self], new CelBudget(10_000));
                    Assert.False(result.IsError && !string.Concat(parts).Contains("any", StringComparison.Ordinal) && result.AsText.StartsWith("no such overload", StringComparison.Ordinal), string.Concat(parts) + ": " + result.AsText);
                }
                catch (CelException)
                {
                }
                catch (CelBudgetException)
                {
                }
            }, iter: 3000);

    private sealed class Self : CelMap
    {
        private static readonly Dictionary<string, CelValue> Fields = new()
        {
            ["n"] = CelValue.Of(1L),
            ["s"] = CelValue.Of("a"),
            ["names"] = CelValue.Of(CelList.Of([CelValue.Of("a"), CelValue.Of("b")])),
            ["any"] = CelValue.Of(1L),
        };

        public override int Count => Fields.Count;

        public override IEnumerable<CelValue> Keys => Fields.Keys.Select(CelValue.Of);

        public override bool TryGet(CelValue key, out CelValue value) => Fields.TryGetValue(key.AsText, out value);
    }
}
