using CsCheck;
using Slipway.Machinery.Selectors;

namespace Slipway.Unit.Machinery.Selectors;

public sealed class FieldQueries
{
    private static readonly Dictionary<string, string> Fields = new() { ["metadata.name"] = "a", ["x"] = "p,q=r\\s" };

    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=a", true)]
    [InlineData("metadata.name==a", true)]
    [InlineData("metadata.name!=a", false)]
    [InlineData("metadata.name=b", false)]
    [InlineData("missing=", true)]
    [InlineData("missing!=a,metadata.name=a", true)]
    [InlineData(@"x=p\,q\=r\\s", true)]
    [InlineData(",metadata.name=a,", true)]
    public void Matches(string selector, bool expected)
    {
        var query = FieldQuery.Parse(selector);
        Assert.Equal(expected, query.Matches(Fields));
        Assert.Equal(expected, query.Matches(Fields, static (f, name) => f.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("metadata.name", 0)]
    [InlineData("a=b,c", 4)]
    [InlineData("a=b=c", 3)]
    [InlineData(@"a=b\c", 3)]
    [InlineData(@"a=b\", 3)]
    public void Refuses(string text, int position) =>
        Assert.Equal(position, Assert.Throws<SelectorException>(() => FieldQuery.Parse(text)).Position);

    [Fact]
    public void Prints_canonically()
    {
        Assert.Equal("a!=2,b=1", FieldQuery.Parse("b==1,a!=2,b=1").ToString());
        Assert.Equal("1", FieldQuery.Parse("b==1,a!=2").Fixed("b"));
        Assert.Null(FieldQuery.Parse("b==1,a!=2").Fixed("a"));
    }

    [Fact]
    public void Any_value_survives_printing_and_reading() =>
        Gen.Select(Gen.String[Gen.OneOfConst([.. "ab\\,=! "]), 0, 8], Gen.Bool).Sample((value, negated) =>
        {
            var term = new FieldTerm("spec.x", value, negated);
            Assert.Equal([term], FieldQuery.Parse(term.ToString()).Terms);
        });
}
