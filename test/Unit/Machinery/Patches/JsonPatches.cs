using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Patches;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Patches;

public sealed class JsonPatches
{
    [Theory]
    [InlineData("{'a':1}", "[{'op':'add','path':'/b','value':2}]", "{'a':1,'b':2}")]
    [InlineData("{'a':1}", "[{'op':'add','path':'/a','value':null}]", "{'a':null}")]
    [InlineData("{'a':[1,3]}", "[{'op':'add','path':'/a/1','value':2}]", "{'a':[1,2,3]}")]
    [InlineData("{'a':[1]}", "[{'op':'add','path':'/a/-','value':2}]", "{'a':[1,2]}")]
    [InlineData("{'a':[1]}", "[{'op':'add','path':'/a/1','value':2}]", "{'a':[1,2]}")]
    [InlineData("{'a':1}", "[{'op':'add','path':'','value':[]}]", "[]")]
    [InlineData("{'a':1,'b':2}", "[{'op':'remove','path':'/a'}]", "{'b':2}")]
    [InlineData("{'a':[1,2]}", "[{'op':'remove','path':'/a/0'}]", "{'a':[2]}")]
    [InlineData("{'a':{'b':null}}", "[{'op':'replace','path':'/a/b','value':2}]", "{'a':{'b':2}}")]
    [InlineData("{'a':[1,2]}", "[{'op':'replace','path':'/a/1','value':{'x':1}}]", "{'a':[1,{'x':1}]}")]
    [InlineData("{'a':{'b':1},'c':{}}", "[{'op':'move','from':'/a/b','path':'/c/d'}]", "{'a':{},'c':{'d':1}}")]
    [InlineData("{'a':[1,2,3]}", "[{'op':'move','from':'/a/0','path':'/a/2'}]", "{'a':[2,3,1]}")]
    [InlineData("{'a':{'b':1}}", "[{'op':'copy','from':'/a','path':'/c'},{'op':'add','path':'/c/d','value':2}]", "{'a':{'b':1},'c':{'b':1,'d':2}}")]
    [InlineData("{'a':{'b':1}}", "[{'op':'test','path':'/a','value':{'b':1.0}}]", "{'a':{'b':1}}")]
    [InlineData("{}", "[{'op':'test','path':'/missing','value':null}]", "{}")]
    [InlineData("{'a/b':{'m~n':1}}", "[{'op':'replace','path':'/a~1b/m~0n','value':2}]", "{'a/b':{'m~n':2}}")]
    [InlineData("{'':{'':1}}", "[{'op':'remove','path':'//'}]", "{'':{}}")]
    [InlineData("{'~1':1}", "[{'op':'remove','path':'/~01'}]", "{}")]
    public void Applies(string document, string patch, string expected)
    {
        var result = JsonPatch.Apply(Parse(document), List(patch));
        Assert.True(JsonEquality.AreEqual(Parse(expected), result), result?.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "[{'op':'remove','path':'/a'}]", PatchFault.NotApplicable)]
    [InlineData("{}", "[{'op':'replace','path':'/a','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{}", "[{'op':'add','path':'/a/b','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{'a':1}", "[{'op':'add','path':'/a/b','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{'a':[]}", "[{'op':'add','path':'/a/1','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{'a':[]}", "[{'op':'add','path':'/a/x','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{'a':[1,2]}", "[{'op':'add','path':'/a/01','value':1}]", PatchFault.NotApplicable)]
    [InlineData("{'a':[1]}", "[{'op':'remove','path':'/a/-'}]", PatchFault.NotApplicable)]
    [InlineData("{'a':[1]}", "[{'op':'remove','path':'/a/-1'}]", PatchFault.NotApplicable)]
    [InlineData("{'a':{}}", "[{'op':'move','from':'/a','path':'/a/b'}]", PatchFault.NotApplicable)]
    [InlineData("{'a':1}", "[{'op':'test','path':'/a','value':2}]", PatchFault.TestFailed)]
    [InlineData("{'a':1}", "[{'op':'test','path':'/b','value':2}]", PatchFault.TestFailed)]
    [InlineData("{}", "[{'op':'add','path':'a','value':2}]", PatchFault.Malformed)]
    [InlineData("{}", "[{'op':'add','path':'/a~2','value':2}]", PatchFault.Malformed)]
    [InlineData("{}", "[{'op':'add','path':'/a'}]", PatchFault.Malformed)]
    [InlineData("{}", "[{'op':'merge','path':'/a','value':2}]", PatchFault.Malformed)]
    [InlineData("{}", "[{'path':'/a','value':2}]", PatchFault.Malformed)]
    [InlineData("{}", "[{'op':'move','path':'/a'}]", PatchFault.Malformed)]
    [InlineData("{}", "[7]", PatchFault.Malformed)]
    public void Refuses(string document, string patch, PatchFault fault) =>
        Assert.Equal(fault, Assert.Throws<PatchException>(() => JsonPatch.Apply(Parse(document), List(patch))).Fault);

    [Fact]
    public void Too_many_operations_are_refused()
    {
        var operations = new JsonArray();
        for (var i = 0; i <= JsonPatch.MaximumOperations; i++)
        {
            operations.Add(Map("{'op':'test','path':'','value':{}}"));
        }

        Assert.Equal(PatchFault.TooLarge, Assert.Throws<PatchException>(() => JsonPatch.Apply(new JsonObject(), operations)).Fault);
    }

    [Fact]
    public void Copies_that_double_each_time_are_refused()
    {
        var operations = new JsonArray();
        for (var i = 0; i < 40; i++)
        {
            operations.Add(Map("{'op':'copy','from':'/a','path':'/a/-'}"));
        }

        Assert.Equal(PatchFault.TooLarge, Assert.Throws<PatchException>(() => JsonPatch.Apply(Map("{'a':['0123456789']}"), operations)).Fault);
    }

    [Fact]
    public void Moves_cannot_build_without_end()
    {
        var chain = string.Concat(Enumerable.Repeat("/a", 200));
        var operations = new JsonArray();
        for (var i = 0; i < 10; i++)
        {
            operations.Add(Map($"{{'op':'move','from':'/b','path':'{chain}/{i}'}}"));
            operations.Add(Map("{'op':'move','from':'/a','path':'/b'}"));
            operations.Add(Parse($"{{'op':'add','path':'/a','value':{string.Concat(Enumerable.Repeat("{'a':", 200))}{{}}{new string('}', 200)}}}".Replace("'", "\"", StringComparison.Ordinal)));
        }

        var document = Parse(string.Concat(Enumerable.Repeat("{'a':", 20)) + "{}" + new string('}', 20))!;
        document = JsonPatch.Apply(document, List("[{'op':'add','path':'/b','value':{}}]"))!;
        document["a"] = JsonNode.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "{}" + new string('}', 200), documentOptions: new() { MaxDepth = 500 });
        Assert.Equal(PatchFault.TooLarge, Assert.Throws<PatchException>(() => JsonPatch.Apply(document, operations)).Fault);
    }

    [Fact]
    public void The_patch_itself_stays_as_it_is()
    {
        var patch = List("[{'op':'add','path':'/a','value':{'b':1}},{'op':'add','path':'/a/c','value':2}]");
        var before = patch.ToJsonString();
        JsonPatch.Apply(new JsonObject(), patch);
        Assert.Equal(before, patch.ToJsonString());
    }
}
