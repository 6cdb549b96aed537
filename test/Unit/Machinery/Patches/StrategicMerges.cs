using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Patches;
using Slipway.Unit.Machinery.Support;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Patches;

public sealed class StrategicMerges
{
    private static readonly MergeKeys Keys = new([("spec.c", "name"), ("spec.c.ports", "port"), ("spec.set", "")]);

    [Theory]
    [InlineData("{'spec':{'c':[{'name':'a','x':1},{'name':'b'}]}}", "{'spec':{'c':[{'name':'b','x':2},{'name':'n'}]}}", "{'spec':{'c':[{'name':'a','x':1},{'name':'b','x':2},{'name':'n'}]}}")]
    [InlineData("{'spec':{'c':[{'name':'a','ports':[{'port':1,'p':'x'}]}]}}", "{'spec':{'c':[{'name':'a','ports':[{'port':1,'q':'y'},{'port':2}]}]}}", "{'spec':{'c':[{'name':'a','ports':[{'port':1,'p':'x','q':'y'},{'port':2}]}]}}")]
    [InlineData("{'spec':{'c':[{'name':'a'},{'name':'b'}]}}", "{'spec':{'c':[{'name':'a','$patch':'delete'}]}}", "{'spec':{'c':[{'name':'b'}]}}")]
    [InlineData("{'spec':{'c':[{'name':'a'},{'name':'b'}]}}", "{'spec':{'c':[{'name':'z'},{'$patch':'replace'}]}}", "{'spec':{'c':[{'name':'z'}]}}")]
    [InlineData("{'spec':{'list':[1,2]}}", "{'spec':{'list':[3]}}", "{'spec':{'list':[3]}}")]
    [InlineData("{'spec':{'set':[1,2]}}", "{'spec':{'set':[2,3]}}", "{'spec':{'set':[1,2,3]}}")]
    [InlineData("{'spec':{'set':[1,2,3]}}", "{'spec':{'$deleteFromPrimitiveList/set':[2]}}", "{'spec':{'set':[1,3]}}")]
    [InlineData("{'metadata':{'finalizers':['a']}}", "{'metadata':{'finalizers':['b']}}", "{'metadata':{'finalizers':['a','b']}}")]
    [InlineData("{'metadata':{'ownerReferences':[{'uid':'1','name':'x'}]}}", "{'metadata':{'ownerReferences':[{'uid':'1','name':'y'}]}}", "{'metadata':{'ownerReferences':[{'uid':'1','name':'y'}]}}")]
    [InlineData("{'a':{'b':1}}", "{'a':{'$patch':'replace','c':2}}", "{'a':{'c':2}}")]
    [InlineData("{'a':{'b':1}}", "{'a':{'$patch':'delete'}}", "{'a':{}}")]
    [InlineData("{}", "{'a':{'$patch':'delete'}}", "{}")]
    [InlineData("{'a':{'b':1}}", "{'a':{'$patch':'merge','c':2}}", "{'a':{'b':1,'c':2}}")]
    [InlineData("{'a':{'b':1,'c':2,'d':3}}", "{'a':{'$retainKeys':['b','e'],'e':4}}", "{'a':{'b':1,'e':4}}")]
    [InlineData("{'a':{'b':1}}", "{'a':null}", "{}")]
    [InlineData("{}", "{'spec':{'c':[{'name':'a','x':null}]}}", "{'spec':{'c':[{'name':'a'}]}}")]
    [InlineData("{'spec':{'c':[{'name':'s'},{'name':'a'},{'name':'b'}]}}", "{'spec':{'$setElementOrder/c':[{'name':'b'},{'name':'a'}],'c':[{'name':'a','x':1}]}}", "{'spec':{'c':[{'name':'s'},{'name':'b'},{'name':'a','x':1}]}}")]
    [InlineData("{'spec':{'set':[1,2,3]}}", "{'spec':{'$setElementOrder/set':[3,1],'$deleteFromPrimitiveList/set':[2]}}", "{'spec':{'set':[3,1]}}")]
    [InlineData("{'spec':{'c':[{'name':'a'}]}}", "{'spec':{'$setElementOrder/c':[{'name':'n'},{'name':'a'}],'c':[{'name':'n'}]}}", "{'spec':{'c':[{'name':'n'},{'name':'a'}]}}")]
    public void Applies(string document, string patch, string expected)
    {
        var result = StrategicMerge.Apply(Map(document), Map(patch), Keys);
        Assert.Equal(Parse(expected)!.ToJsonString(), result.ToJsonString());
    }

    [Theory]
    [InlineData("{'a':{'$patch':'smash'}}")]
    [InlineData("{'spec':{'c':[{'x':1}]}}")]
    [InlineData("{'spec':{'c':[1]}}")]
    [InlineData("{'a':{'$retainKeys':['b'],'c':1}}")]
    [InlineData("{'a':{'$retainKeys':'b'}}")]
    [InlineData("{'$deleteFromPrimitiveList/set':1}")]
    public void Refuses(string patch) =>
        Assert.Equal(PatchFault.Malformed, Assert.Throws<PatchException>(() => StrategicMerge.Apply(Map("{'a':{'z':1}}"), Map(patch), Keys)).Fault);

    [Fact]
    public void Without_directives_and_merged_lists_it_is_a_merge_patch() =>
        Gen.Select(JsonGen.Object(3), JsonGen.Object(3)).Sample((document, patch) =>
            JsonEquality.AreEqual(
                MergePatch.Apply((System.Text.Json.Nodes.JsonObject)document.DeepClone(), patch),
                StrategicMerge.Apply((System.Text.Json.Nodes.JsonObject)document.DeepClone(), patch, MergeKeys.Metadata)));
}
