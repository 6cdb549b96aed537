using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Patches;
using Slipway.Unit.Machinery.Support;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Patches;

public sealed class MergePatches
{
    [Theory]
    [InlineData("{'a':'b'}", "{'a':'c'}", "{'a':'c'}")]
    [InlineData("{'a':'b'}", "{'b':'c'}", "{'a':'b','b':'c'}")]
    [InlineData("{'a':'b','b':'c'}", "{'a':null}", "{'b':'c'}")]
    [InlineData("{'a':['b']}", "{'a':'c'}", "{'a':'c'}")]
    [InlineData("{'a':{'b':'c'}}", "{'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}")]
    [InlineData("{'a':[{'b':'c'}]}", "{'a':[1]}", "{'a':[1]}")]
    [InlineData("{'e':null}", "{'a':1}", "{'e':null,'a':1}")]
    [InlineData("{}", "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}")]
    [InlineData("{'a':1}", "{'a':{'b':{'c':2,'d':null}}}", "{'a':{'b':{'c':2}}}")]
    public void Applies(string document, string patch, string expected)
    {
        var result = MergePatch.Apply(Map(document), Map(patch));
        Assert.True(JsonEquality.AreEqual(Parse(expected), result), result.ToJsonString());
    }

    [Theory]
    [InlineData("{'a':1}", "{'a':1.0}", "{}")]
    [InlineData("{'a':1}", "{}", "{'a':null}")]
    [InlineData("{'a':{'b':1,'c':2}}", "{'a':{'b':1,'c':3}}", "{'a':{'c':3}}")]
    [InlineData("{'a':[1,2]}", "{'a':[2,1]}", "{'a':[2,1]}")]
    [InlineData("{'a':null}", "{}", "{}")]
    public void Finds_the_difference(string before, string after, string expected)
    {
        var patch = MergePatch.Diff(Map(before), Map(after));
        Assert.True(JsonEquality.AreEqual(Parse(expected), patch), patch.ToJsonString());
    }

    [Fact]
    public void A_difference_applied_gives_what_was_wanted() =>
        Gen.Select(JsonGen.Object(3), JsonGen.Object(3)).Sample((before, after) =>
        {
            var patch = MergePatch.Diff(before, after);
            var result = MergePatch.Apply((JsonObject)before.DeepClone(), patch);
            // A null that stood there before stays; both sides are compared without nulls, as merge patches see them.
            Assert.True(JsonEquality.AreEqual(WithoutNulls(after), WithoutNulls(result)), $"{before} + {patch} = {result}, wanted {after}");
            Assert.Empty(MergePatch.Diff(result, after));
        });

    private static JsonNode? WithoutNulls(JsonNode? node) => node is not JsonObject map
        ? node?.DeepClone()
        : new JsonObject(map.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, WithoutNulls(p.Value))));
}
