using CsCheck;
using Slipway.Machinery.Apply.Fields;
using Slipway.Unit.Machinery.Support;

namespace Slipway.Unit.Machinery.Apply;

/// <summary>Sets of fields: their written form and their algebra.</summary>
public sealed class FieldSets
{
    private static readonly Gen<string> Element = Gen.OneOfConst(
        "f:a", "f:b", "f:a b", "f:\"", "k:{\"name\":\"a\"}", "k:{\"name\":\"ab\"}", "k:{\"port\":80,\"protocol\":\"TCP\"}", "k:{\"port\":443,\"protocol\":\"TCP\"}",
        "v:\"x\"", "v:1", "v:10", "v:true", "i:0");

    private static readonly Gen<FieldSet> Set = Element.Array[1, 3].Array[0, 8].Select(paths =>
    {
        var set = new FieldSetBuilder();
        foreach (var path in paths)
        {
            set.Add(path);
        }

        return set.Build();
    });

    [Theory]
    [InlineData("{'f:a':{}}", ".a")]
    [InlineData("{'f:a':{'.':{},'f:b':{}}}", ".a|.a.b")]
    [InlineData("{'f:a':{'f:b':{}}}", ".a.b")]
    [InlineData("{'f:l':{'k:{\\'name\\':\\'x\\'}':{'.':{},'f:v':{}}}}", ".l[name=\"x\"]|.l[name=\"x\"].v")]
    [InlineData("{'f:l':{'k:{\\'b\\':1, \\'a\\':true}':{}}}", ".l[a=true,b=1]")]
    [InlineData("{'f:l':{'v:\\'x\\'':{},'v:5':{},'i:3':{}}}", ".l[=5]|.l[=\"x\"]|.l[3]")]
    [InlineData("{'z:new':{},'f:a':{}}", ".a")]
    [InlineData("{}", "")]
    public void Written_sets_are_read(string json, string fields) =>
        Assert.Equal(fields, FieldSetJson.Read(JsonGen.Parse(json.Replace("\\'", "\\\""))).ToString().Replace('\n', '|'));

    [Theory]
    [InlineData("{'a':{}}")]
    [InlineData("{'k:nonsense':{}}")]
    [InlineData("{'f:a':1}")]
    [InlineData("[]")]
    public void What_is_no_set_is_refused(string json) => Assert.Throws<FormatException>(() => FieldSetJson.Read(JsonGen.Parse(json)));

    [Fact]
    public void A_written_set_overlaps_with_what_is_in_it_above_it_or_nowhere_else()
    {
        var json = JsonGen.Map("{'f:a':{'f:b':{}},'f:c':{}}");
        bool Overlaps(params string[] path) => FieldSetJson.Overlaps(json, new FieldSetBuilder().Add(path).Build());
        Assert.True(Overlaps("f:a", "f:b") && Overlaps("f:a") && Overlaps("f:c"));
        Assert.False(Overlaps("f:d") || Overlaps("f:a", "f:c") || Overlaps("f:c", "f:a"));
    }

    [Fact]
    public void Steps_are_ordered_by_kind_then_value()
    {
        string[] order =
        [
            "f:a", "f:a/b", "f:b", "k:{\"name\":\"a\"}", "k:{\"name\":\"a!\"}", "k:{\"name\":\"b\"}", "k:{\"port\":80}", "k:{\"port\":443}", "v:9", "v:10", "i:0", "i:1",
        ];
        Assert.Equal(order, order.Reverse().OrderBy(e => e, Comparer<string>.Create(FieldElement.Compare)));
    }

    [Fact]
    public void Writing_and_reading_is_the_same_set() => Set.Sample(s => FieldSetJson.Read(FieldSetJson.Write(s)).Equals(s));

    [Fact]
    public void The_order_of_steps_is_an_order() => Gen.Select(Element, Element, Element).Sample((a, b, c) =>
        Math.Sign(FieldElement.Compare(a, b)) == -Math.Sign(FieldElement.Compare(b, a))
        && (FieldElement.Compare(a, b) == 0) == (a == b)
        && !(FieldElement.Compare(a, b) < 0 && FieldElement.Compare(b, c) < 0 && FieldElement.Compare(a, c) >= 0));

    [Fact]
    public void Union_intersection_and_difference_are_those_of_sets_of_paths() => Gen.Select(Set, Set).Sample((a, b) =>
    {
        var (x, y) = (Texts(a), Texts(b));
        Assert.Equal(x.Union(y).Order(), Texts(a.Union(b)).Order());
        Assert.Equal(x.Intersect(y).Order(), Texts(a.Intersect(b)).Order());
        Assert.Equal(x.Except(y).Order(), Texts(a.Except(b)).Order());
        Assert.True(a.Intersect(b).IsEmpty || FieldSetJson.Overlaps(FieldSetJson.Write(a), b));
        Assert.Equal(b.Except(a).IsEmpty, FieldSetJson.Covers(FieldSetJson.Write(a), b));
    });

    [Fact]
    public void The_laws_of_sets_hold() => Gen.Select(Set, Set, Set).Sample((a, b, c) =>
        a.Union(b).Equals(b.Union(a))
        && a.Union(b).Union(c).Equals(a.Union(b.Union(c)))
        && a.Except(b).Union(a.Intersect(b)).Equals(a)
        && a.Except(a).IsEmpty
        && a.Except(b.Union(c)).Equals(a.Except(b).Except(c))
        && a.Union(FieldSet.Empty).Equals(a)
        && a.Outside(b).Except(a.Except(b)).IsEmpty);

    [Fact]
    public void What_is_outside_is_below_no_field_of_the_other()
    {
        var all = FieldSetJson.Read(JsonGen.Parse("{'f:a':{'.':{},'f:b':{'f:c':{}}},'f:d':{}}"));
        Assert.Equal(".a|.d", all.Outside(new FieldSetBuilder().Add("f:a", "f:b").Build()).ToString().Replace('\n', '|'));
        Assert.Equal(".d", all.Outside(new FieldSetBuilder().Add("f:a").Build()).ToString());
    }

    private static HashSet<string> Texts(FieldSet set) => [.. set.Paths.Select(p => string.Join('\u0001', p))];
}
