using System.Text.Json.Nodes;
using Slipway.Machinery.Apply;
using Slipway.Unit.Machinery.Support;

namespace Slipway.Unit.Machinery.Apply;

/// <summary>Owners through versions, schema changes, many writers and the move from client-side apply.</summary>
public sealed class OwnersOverTime
{
    private const string One = """{"type":"object","properties":{"spec":{"type":"object","properties":{"text":{"type":"string"},"num":{"type":"integer"}}}}}""";
    private const string Two = """{"type":"object","properties":{"spec":{"type":"object","properties":{"words":{"type":"string"},"num":{"type":"integer"}}}}}""";

    [Fact]
    public void Fields_are_compared_in_the_version_of_their_owner()
    {
        var rig = new ApplyRig(("v1", One), ("v2", Two)).Apply("one", "{'text':'a','num':1}").Apply("two", "{'words':'a'}", version: "v2");
        Assert.Equal((".num .text", ".words"), (rig.Owned("one"), rig.Owned("two")));
        var e = Assert.Throws<ApplyConflictException>(() => rig.Apply("three", "{'words':'b'}", version: "v2"));
        Assert.Equal(["one.spec.text", "two.spec.words"], e.Conflicts.Select(c => c.Owner.Manager + c.Field));
    }

    [Fact]
    public void An_applier_may_change_its_version()
    {
        var rig = new ApplyRig(("v1", One), ("v2", Two)).Apply("one", "{'text':'a','num':1}").Apply("one", "{'words':'a'}", version: "v2");
        Assert.Equal(("{'words':'a'}", ".words"), (rig.Spec, rig.Owned("one")));
        Assert.Equal("v2", Assert.Single(rig.Managed).ApiVersion);
    }

    [Fact]
    public void Entries_of_a_version_that_is_gone_go()
    {
        var old = new ApplyRig(("v1", One), ("v2", Two)).Apply("one", "{'text':'a'}");
        var entries = new Ownership(new ApplyRig(("v2", Two))).Update(
            old.Managed, Thing("v2", "{'words':'a'}"), Thing("v2", "{'words':'b'}"), new("up", ManagedOperation.Update), "");
        Assert.Equal("up", Assert.Single(entries).Manager);
    }

    [Fact]
    public void What_became_one_value_is_owned_as_one()
    {
        var pieces = new ApplyRig(("v1", """{"type":"object","properties":{"spec":{"type":"object","properties":{"m":{"type":"object","properties":{"a":{"type":"string"}}}}}}}"""));
        pieces.Apply("one", "{'m':{'a':'1'}}");
        var whole = new ApplyRig(("v1", """{"type":"object","properties":{"spec":{"type":"object","properties":{"m":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"string"}}}}}}}"""));
        var e = Assert.Throws<ApplyConflictException>(() => new Ownership(whole).Apply(
            Thing("v1", "{'m':{'a':'1'}}"), pieces.Managed, new(Thing("v1", "{'m':{'a':'2'}}"), "v1", new("two", ManagedOperation.Apply), "")));
        Assert.Equal(".spec.m", Assert.Single(e.Conflicts).Field);
        var updated = new Ownership(whole).Update(
            ManagedFields.Read(ManagedFields.Write([.. pieces.Managed])), Thing("v1", "{'m':{'a':'1'}}"), Thing("v1", "{'m':{'a':'2'}}"), new("up", ManagedOperation.Update), "");
        Assert.Equal("up", Assert.Single(updated).Manager);
    }

    [Fact]
    public void More_than_ten_updaters_become_ancient()
    {
        var rig = new ApplyRig().Apply("a", "{'num':0}");
        for (var i = 1; i <= 12; i++)
        {
            var keys = string.Join(',', Enumerable.Range(1, i).Select(n => $"'k{n:00}':'1'"));
            rig.Update($"m{i:00}", "{'num':0,'map':{" + keys + "}}");
        }

        var updaters = rig.Managed.Where(e => e.Operation == ManagedOperation.Update).Select(e => e.Manager).Order().ToList();
        Assert.Equal(["ancient-changes", .. Enumerable.Range(4, 9).Select(i => $"m{i:00}")], updaters);
        Assert.Equal(".map .map.k01 .map.k02 .map.k03", rig.Owned("ancient-changes"));
    }

    [Fact]
    public void Entries_are_written_in_order()
    {
        var rig = new ApplyRig().Update("z", "{'num':1}").Apply("b", "{'text':'a'}").Apply("a", "{'list':[]}").Update("c", "{'num':1,'text':'a','list':[],'map':{'x':'y'}}");
        Assert.Equal(["b", "a", "z", "c"], ManagedFields.Write([.. rig.Managed.Reverse()])!.Select(e => (string?)e!["manager"]));
        Assert.Equal(
            """{"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:text":{}}},"manager":"b","operation":"Apply","time":"2026-01-01T00:00:01Z"}""",
            ManagedFields.Write(rig.Managed)![0]!.ToJsonString());
        Assert.Equal("""{"f:spec":{"f:map":{".":{},"f:x":{}}}}""", ManagedFields.Write(rig.Managed)![3]!["fieldsV1"]!.ToJsonString());
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[{}]", true)]
    [InlineData("[{},{}]", false)]
    [InlineData("[{'manager':'x'}]", false)]
    public void An_empty_list_resets(string written, bool isReset) => Assert.Equal(isReset, ManagedFields.IsReset(JsonGen.List(written)));

    [Theory]
    [InlineData("[{'manager':'m','operation':'Update','apiVersion':'v1','fieldsType':'FieldsV1','fieldsV1':{'f:a':{}}}]", 1)]
    [InlineData("[{'manager':'m','operation':'Steal','apiVersion':'v1','fieldsType':'FieldsV1','fieldsV1':{'f:a':{}}}]", 0)]
    [InlineData("[{'manager':'m','operation':'Update','fieldsType':'FieldsV1','fieldsV1':{'f:a':{}}}]", 0)]
    [InlineData("[{'manager':'m','operation':'Update','apiVersion':'v1','fieldsType':'V2','fieldsV1':{'f:a':{}}}]", 0)]
    [InlineData("[{'manager':'m','operation':'Update','apiVersion':'v1','fieldsType':'FieldsV1','fieldsV1':{'a':{}}}]", 0)]
    [InlineData("['x']", 0)]
    public void Entries_that_cannot_be_read_count_for_none(string written, int count) =>
        Assert.Equal(count, ManagedFields.ReadForeign(JsonGen.List(written)).Count);

    [Fact]
    public void Kubectl_does_not_conflict_with_its_own_client_side_apply()
    {
        var rig = new ApplyRig();
        var live = Thing("v1", "{'num':1,'text':'a'}");
        live["metadata"]!["annotations"] = new JsonObject { [LastApplied.Annotation] = """{"apiVersion":"v1","kind":"Thing","spec":{"num":1}}""" };
        var author = new FieldAuthor("kubectl-client-side-apply", ManagedOperation.Update);
        var managed = new Ownership(rig).Update([], [], live, author, "");
        ApplyRequest Request(string spec, string manager) => new(Thing("v1", spec), "v1", new(manager, ManagedOperation.Apply), "");

        var applied = LastApplied.Apply(new Ownership(rig), live, managed, Request("{'num':2}", "kubectl"), rig.TypeOf("v1")!);
        Assert.Equal(2, (int)applied.Value["spec"]!["num"]!);
        Assert.Equal("{\"apiVersion\":\"v1\",\"kind\":\"Thing\",\"metadata\":{\"name\":\"x\",\"annotations\":{}},\"spec\":{\"num\":2}}".Replace(",\"annotations\":{}", ""),
            ((string)applied.Value["metadata"]!["annotations"]![LastApplied.Annotation]!).TrimEnd());
        var e = Assert.Throws<ApplyConflictException>(() =>
            LastApplied.Apply(new Ownership(rig), live, managed, Request("{'num':2,'text':'b'}", "kubectl"), rig.TypeOf("v1")!));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using v1: .spec.text", e.Message);
        Assert.Throws<ApplyConflictException>(() => new Ownership(rig).Apply(live, managed, Request("{'num':2}", "another")));
    }

    [Fact]
    public void Several_conflicts_are_told_by_owner()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'text':'a'}").Update("up", "{'num':1,'text':'a','map':{'k':'v'}}");
        var e = Assert.Throws<ApplyConflictException>(() => rig.Apply("two", "{'num':2,'text':'b','map':{'k':'w'}}"));
        Assert.Equal("Apply failed with 3 conflicts: conflicts with \"one\":\n- .spec.num\n- .spec.text\nconflicts with \"up\" using v1:\n- .spec.map.k", e.Message);
    }

    private static JsonObject Thing(string version, string spec) => new()
    {
        ["apiVersion"] = version,
        ["kind"] = "Thing",
        ["metadata"] = new JsonObject { ["name"] = "x" },
        ["spec"] = JsonGen.Parse(spec),
    };
}
