namespace Slipway.Unit.Machinery.Apply;

/// <summary>What applying does to objects and to who owns them.</summary>
public sealed class Applying
{
    [Theory]
    [InlineData("{'num':1}", "{'text':'a'}", "{'num':1,'text':'a'}")]
    [InlineData("{'map':{'a':'1','b':'2'}}", "{'map':{'b':'2','c':'3'}}", "{'map':{'a':'1','b':'2','c':'3'}}")]
    [InlineData("{'set':['a','b']}", "{'set':['c','b']}", "{'set':['a','c','b']}")]
    [InlineData("{'set':['a','c']}", "{'set':['b']}", "{'set':['a','c','b']}")]
    [InlineData("{'set':['a','b','c']}", "{'set':['c','a']}", "{'set':['b','c','a']}")]
    [InlineData("{'numbers':[1,2]}", "{'numbers':[2,10]}", "{'numbers':[1,2,10]}")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", "{'items':[{'name':'b'}]}", "{'items':[{'name':'a','value':'1'},{'name':'b'}]}")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", "{'items':[{'name':'a','inner':{'x':1}}]}", "{'items':[{'name':'a','value':'1','inner':{'x':1}}]}")]
    [InlineData("{'items':[{'name':'a','inner':{'x':1}}]}", "{'items':[{'name':'a','inner':{'y':2}}]}", "{'items':[{'name':'a','inner':{'x':1,'y':2}}]}")]
    [InlineData("{'ports':[{'port':80}]}", "{'ports':[{'port':80,'protocol':'TCP','title':'t'}]}", "{'ports':[{'port':80,'protocol':'TCP','title':'t'}]}")]
    [InlineData("{'ports':[{'port':80}]}", "{'ports':[{'port':80,'protocol':'UDP'}]}", "{'ports':[{'port':80},{'port':80,'protocol':'UDP'}]}")]
    [InlineData("{'any':{'a':{'b':1}}}", "{'any':{'a':{'c':2}}}", "{'any':{'a':{'b':1,'c':2}}}")]
    [InlineData("{'map':{'a':'1'}}", "{'map':{}}", "{'map':{'a':'1'}}")]
    [InlineData("{'map':{'a':'1'}}", "{'map':null}", "{'map':{'a':'1'}}")]
    public void What_two_appliers_want_is_merged(string first, string second, string merged) =>
        Assert.Equal(merged, new ApplyRig().Apply("one", first).Apply("two", second).Spec);

    [Theory]
    [InlineData("{'num':1,'text':'a'}", "{'num':1}", "{'num':1}")]
    [InlineData("{'map':{'a':'1','b':'2'}}", "{'map':{'b':'2'}}", "{'map':{'b':'2'}}")]
    [InlineData("{'map':{'a':'1'},'num':1}", "{'num':1}", "{'num':1}")]
    [InlineData("{'set':['a','b']}", "{'set':['b']}", "{'set':['b']}")]
    [InlineData("{'set':['a'],'num':1}", "{'num':1}", "{'num':1}")]
    [InlineData("{'atom':{'a':'1','b':'2'}}", "{'atom':{'b':'2'}}", "{'atom':{'b':'2'}}")]
    [InlineData("{'list':['a','b'],'num':1}", "{'num':1}", "{'num':1}")]
    [InlineData("{'list':['a','b']}", "{'list':['b']}", "{'list':['b']}")]
    [InlineData("{'items':[{'name':'a'},{'name':'b'}]}", "{'items':[{'name':'b'}]}", "{'items':[{'name':'b'}]}")]
    [InlineData("{'items':[{'name':'a','value':'1','inner':{'x':1,'y':2}}]}", "{'items':[{'name':'a','inner':{'x':1}}]}", "{'items':[{'name':'a','inner':{'x':1}}]}")]
    [InlineData("{'any':{'a':{'b':1,'c':2}}}", "{'any':{'a':{'c':2}}}", "{'any':{'a':{'c':2}}}")]
    [InlineData("{'num':1}", "{'num':null}", "{'num':null}")]
    public void What_an_applier_no_longer_wants_goes(string first, string second, string left) =>
        Assert.Equal(left, new ApplyRig().Apply("one", first).Apply("one", second).Spec);

    [Theory]
    [InlineData("{'num':1,'text':'a'}", "{'num':1}", "{'text':'a'}", "{'num':1,'text':'a'}")]
    [InlineData("{'map':{'a':'1','b':'2'}}", "{'map':{'a':'1'}}", "{}", "{'map':{'a':'1'}}")]
    [InlineData("{'set':['a','b']}", "{'set':['a']}", "{}", "{'set':['a']}")]
    [InlineData("{'items':[{'name':'a','value':'1'},{'name':'b'}]}", "{'items':[{'name':'a'}]}", "{}", "{'items':[{'name':'a'}]}")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", "{'items':[{'name':'a','value':'1'}]}", "{}", "{'items':[{'name':'a','value':'1'}]}")]
    [InlineData("{'atom':{'a':'1'}}", "{'atom':{'a':'1'}}", "{}", "{'atom':{'a':'1'}}")]
    public void What_another_applier_wants_stays(string first, string other, string then, string left) =>
        Assert.Equal(left, new ApplyRig().Apply("one", first).Apply("two", other).Apply("one", then).Spec);

    [Theory]
    [InlineData("{'map':{'a':'1'}}", "{'map':{'a':'1','b':'2'}}", "{'map':{'b':'2'}}")]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'name':'a'},{'name':'b'}]}", "{'items':[{'name':'b'}]}")]
    [InlineData("{'num':1}", "{'num':1,'text':'a'}", "{'text':'a'}")]
    public void What_an_updater_added_stays(string applied, string updated, string left) =>
        Assert.Equal(left, new ApplyRig().Apply("one", applied).Update("up", updated).Apply("one", "{}").Spec);

    [Theory]
    [InlineData("{'num':1}", ".num")]
    [InlineData("{'map':{'a':'1'}}", ".map.a")]
    [InlineData("{'atom':{'a':'1'}}", ".atom")]
    [InlineData("{'list':['a']}", ".list")]
    [InlineData("{'set':['b','a']}", ".set[='a'] .set[='b']")]
    [InlineData("{'numbers':[10,9]}", ".numbers[=9] .numbers[=10]")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", ".items[name='a'] .items[name='a'].name .items[name='a'].value")]
    [InlineData("{'ports':[{'port':80}]}", ".ports[port=80,protocol='TCP'] .ports[port=80,protocol='TCP'].port")]
    [InlineData("{'any':{'a':{'b':1}}}", ".any.a .any.a.b")]
    [InlineData("{'map':{}}", ".map")]
    [InlineData("{'num':null}", ".num")]
    public void An_applier_owns_what_it_states(string applied, string owned) =>
        Assert.Equal(owned, new ApplyRig().Apply("one", applied).Owned("one"));

    [Theory]
    [InlineData("{'num':1}", "{'num':2}", "one.num")]
    [InlineData("{'map':{'a':'1','b':'2'}}", "{'map':{'a':'2','b':'3'}}", "one.map.a one.map.b")]
    [InlineData("{'atom':{'a':'1'}}", "{'atom':{'b':'1'}}", "one.atom")]
    [InlineData("{'list':['a']}", "{'list':['a','b']}", "one.list")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", "{'items':[{'name':'a','value':'2'}]}", "one.items[name='a'].value")]
    [InlineData("{'any':{'a':{'b':1}}}", "{'any':{'a':{'b':2}}}", "one.any.a.b")]
    [InlineData("{'any':{'a':{'b':1}}}", "{'any':{'a':'x'}}", "one.any.a")]
    public void Another_value_conflicts(string first, string second, string conflicts) =>
        Assert.Equal(conflicts, new ApplyRig().Apply("one", first).ConflictsOf("two", second));

    [Theory]
    [InlineData("{'set':['a']}", "{'set':['b']}")]
    [InlineData("{'items':[{'name':'a','value':'1'}]}", "{'items':[{'name':'a'}]}")]
    [InlineData("{'map':{'a':'1'}}", "{'map':{'a':'1'}}")]
    [InlineData("{'list':['a']}", "{'list':['a']}")]
    public void Equal_and_additional_values_do_not_conflict(string first, string second)
    {
        var rig = new ApplyRig().Apply("one", first);
        var before = rig.Owned("one");
        Assert.Equal(before, rig.Apply("two", second).Owned("one"));
    }

    [Fact]
    public void Conflicts_name_every_owner_of_every_field()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'text':'a'}").Apply("two", "{'num':1}").Update("up", "{'num':1,'text':'b'}");
        Assert.Equal("one.num two.num up.text", rig.ConflictsOf("three", "{'num':2,'text':'c'}"));
    }

    [Fact]
    public void Force_takes_fields_from_their_owners()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'text':'a'}").Apply("two", "{'num':2}", force: true);
        Assert.Equal(("{'num':2,'text':'a'}", ".text", ".num"), (rig.Spec, rig.Owned("one"), rig.Owned("two")));
    }

    [Fact]
    public void An_update_owns_what_it_changes_and_leaves_the_rest()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'text':'a'}").Update("up", "{'num':1,'text':'b','map':{'a':'1'}}");
        Assert.Equal((".num", ".map .text .map.a"), (rig.Owned("one"), rig.Owned("up")));
    }

    [Fact]
    public void What_an_update_removes_nobody_owns()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'text':'a'}").Apply("two", "{'num':1}").Update("up", "{'text':'a'}");
        Assert.Equal((".text", "", ""), (rig.Owned("one"), rig.Owned("two"), rig.Owned("up")));
        Assert.Single(rig.Managed);
    }

    [Fact]
    public void Before_the_first_apply_nobody_known_owned_the_object()
    {
        var rig = new ApplyRig();
        rig.Update("up", "{'num':1}");
        rig.Forget();
        Assert.Equal("before-first-apply.num", rig.ConflictsOf("one", "{'num':2}"));
        Assert.Equal(". .num", string.Join(' ', rig.Apply("one", "{'num':1}").Owned("before-first-apply").Split(' ').Select(w => w.Length == 0 ? "." : w)));
    }

    [Fact]
    public void A_repeated_apply_changes_nothing_and_keeps_its_time()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1,'items':[{'name':'a'}]}").Apply("two", "{'text':'a'}");
        var before = rig.Managed.Select(e => e.Write().ToJsonString()).ToList();
        rig.Apply("one", "{'num':1,'items':[{'name':'a'}]}");
        Assert.Equal(before.Order(), rig.Managed.Select(e => e.Write().ToJsonString()).Order());
    }

    [Fact]
    public void Other_wishes_change_the_time()
    {
        var rig = new ApplyRig().Apply("one", "{'num':1}").Apply("one", "{'num':1,'text':'a'}");
        Assert.Equal("2026-01-01T00:00:01Z", Assert.Single(rig.Managed).Time);
    }

    [Theory]
    [InlineData("{'bogus':1}", ".spec.bogus: field not declared in schema")]
    [InlineData("{'num':'x'}", ".spec.num: expected numeric (int or float), got &value.valueUnstructured{Value:\"x\"}")]
    [InlineData("{'set':['a','a']}", ".spec.set: duplicate entries for key [=\"a\"]")]
    [InlineData("{'items':[{'name':'a'},{'name':'a'}]}", ".spec.items: duplicate entries for key [name=\"a\"]")]
    [InlineData("{'items':[{'value':'a'}]}", ".spec.items: element 0: associative list with keys has an element that omits key field \"name\" (and doesn't have default value)")]
    [InlineData("{'num':true,'text':1}", "errors:\n  .spec.num: expected numeric (int or float), got &value.valueUnstructured{Value:true}\n  .spec.text: expected string, got &value.valueUnstructured{Value:1}")]
    public void What_does_not_fit_is_refused(string applied, string fault) =>
        Assert.Equal(fault, Assert.Throws<FormatException>(() => new ApplyRig().Apply("one", applied)).Message);
}
