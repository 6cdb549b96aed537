using CsCheck;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;

namespace Slipway.Unit.Machinery.Selectors;

public sealed class LabelQueries
{
    private static readonly Dictionary<string, string> Labels = new() { ["env"] = "prod", ["tier"] = "", ["n"] = "7", ["k.io/role"] = "cp" };

    [Theory]
    [InlineData("", true)]
    [InlineData("env=prod", true)]
    [InlineData("env == prod", true)]
    [InlineData("env=dev", false)]
    [InlineData("env!=dev", true)]
    [InlineData("missing!=dev", true)]
    [InlineData("env!=prod", false)]
    [InlineData("env in (prod, dev)", true)]
    [InlineData("env in (dev)", false)]
    [InlineData("env notin (dev,test)", true)]
    [InlineData("env notin (prod)", false)]
    [InlineData("missing notin (a)", true)]
    [InlineData("env", true)]
    [InlineData("missing", false)]
    [InlineData("!missing", true)]
    [InlineData("! env", false)]
    [InlineData("n>6", true)]
    [InlineData("n > 7", false)]
    [InlineData("n<8", true)]
    [InlineData("env>1", false)]
    [InlineData("missing<1", false)]
    [InlineData("tier=", true)]
    [InlineData("tier=,env", true)]
    [InlineData("tier in (,a)", true)]
    [InlineData("k.io/role=cp,env in (prod),!x", true)]
    [InlineData("k.io/role=cp,env in (prod),!n", false)]
    public void Matches(string selector, bool expected) => Assert.Equal(expected, LabelQuery.Parse(selector).Matches(Labels));

    [Theory]
    [InlineData("a = b", "a=b")]
    [InlineData("b==c,a!=d", "a!=d,b=c")]
    [InlineData("x in ( b ,a, b)", "x in (a,b)")]
    [InlineData("x notin(a)", "x notin (a)")]
    [InlineData("!x , y", "!x,y")]
    [InlineData("in in (in)", "in in (in)")]
    [InlineData("z>3,a<4", "a<4,z>3")]
    public void Prints_canonically(string text, string expected) => Assert.Equal(expected, LabelQuery.Parse(text).ToString());

    [Theory]
    [InlineData("a b", 2)]
    [InlineData("a in b", 5)]
    [InlineData("a in (b", 7)]
    [InlineData("a,", 2)]
    [InlineData(",a", 0)]
    [InlineData("a=b c", 4)]
    [InlineData("=a", 0)]
    [InlineData("a=b,x y", 6)]
    [InlineData("!a=b", 2)]
    [InlineData("a>b", 0)]
    [InlineData("a=-b", 0)]
    [InlineData("x/y/z=1", 0)]
    [InlineData("a=1,/y=1", 4)]
    public void Refuses(string text, int position) =>
        Assert.Equal(position, Assert.Throws<SelectorException>(() => LabelQuery.Parse(text)).Position);

    [Fact]
    public void An_object_becomes_a_query()
    {
        var selector = new LabelSelector
        {
            MatchLabels = new Dictionary<string, string> { ["env"] = "prod" },
            MatchExpressions = [new() { Key = "n", Operator = "In", Values = ["7", "8"] }, new() { Key = "gone", Operator = "DoesNotExist" }],
        };
        var query = LabelQuery.From(selector);
        Assert.Equal("env=prod,!gone,n in (7,8)", query.ToString());
        Assert.True(query.Matches(Labels));
    }

    [Fact]
    public void No_object_selects_nothing_and_an_empty_one_everything()
    {
        Assert.False(LabelQuery.From((LabelSelector?)null).Matches(Labels));
        Assert.True(LabelQuery.From(new LabelSelector()).Matches(Labels));
        Assert.True(LabelQuery.From(new LabelSelector()).IsEverything);
    }

    [Theory]
    [InlineData("In")]
    [InlineData("Like")]
    public void A_bad_requirement_is_refused(string @operator) =>
        Assert.Throws<SelectorException>(() => LabelQuery.From(new LabelSelector { MatchExpressions = [new() { Key = "a", Operator = @operator }] }));

    [Fact]
    public void What_is_printed_reads_back_the_same()
    {
        var word = Gen.OneOfConst("a", "b", "env", "in", "notin", "k.io/x", "X-1");
        var value = Gen.OneOfConst("", "1", "b", "in", "B.c_d-e");
        var requirement = Gen.Select(word, value, value, Gen.Int[0, 7]).Select((k, v, w, o) => o switch
        {
            0 => k,
            1 => "!" + k,
            2 => $"{k}={v}",
            3 => $"{k} != {v}",
            4 => $"{k} in ({v},{w})",
            5 => $"{k} notin ({v}, {w})",
            6 => $"{k} > 5",
            _ => $"{k}<9",
        });
        Gen.Select(requirement.Array[0, 5], Gen.Dictionary(word, value)[0, 4]).Sample((parts, labels) =>
        {
            var query = LabelQuery.Parse(string.Join(',', parts));
            var again = LabelQuery.Parse(query.ToString());
            Assert.Equal(query.ToString(), again.ToString());
            Assert.Equal(query.Matches(labels), again.Matches(labels));
            Assert.Equal(parts.All(p => LabelQuery.Parse(p).Matches(labels)), query.Matches(labels));
        });
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_its_own_error() =>
        Gen.String[Gen.OneOfConst([.. "ab=!<>(), in\t/"]), 0, 12].Sample(text =>
        {
            try
            {
                LabelQuery.Parse(text);
            }
            catch (SelectorException e)
            {
                Assert.InRange(e.Position, 0, text.Length);
            }
        });
}
