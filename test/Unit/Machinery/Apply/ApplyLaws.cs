using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Apply;

namespace Slipway.Unit.Machinery.Apply;

/// <summary>What holds whatever is applied.</summary>
public sealed class ApplyLaws
{
    private static readonly Gen<string> Word = Gen.OneOfConst("'a'", "'b'", "'c'");

    private static readonly Gen<string> Spec = Gen.Select(
        Gen.OneOf(Gen.Const(""), Gen.Int[0, 2].Select(n => $"'num':{n}")),
        Gen.OneOf(Gen.Const(""), Gen.Select(Word, Word).Array[0, 3].Select(m => $"'map':{{{string.Join(',', m.DistinctBy(p => p.Item1).Select(p => $"{p.Item1}:{p.Item2}"))}}}")),
        Gen.OneOf(Gen.Const(""), Word.Array[0, 3].Select(s => $"'set':[{string.Join(',', s.Distinct())}]")),
        Gen.OneOf(Gen.Const(""), Word.Array[0, 3].Select(s => $"'list':[{string.Join(',', s)}]")),
        Gen.OneOf(Gen.Const(""), Gen.Select(Word, Word, Gen.Bool).Array[0, 3].Select(s =>
            $"'items':[{string.Join(',', s.DistinctBy(i => i.Item1).Select(i => $"{{'name':{i.Item1}{(i.Item3 ? $",'value':{i.Item2}" : "")}}}"))}]")),
        (a, b, c, d, e) => $"{{{string.Join(',', new[] { a, b, c, d, e }.Where(x => x.Length > 0))}}}");

    /// <summary>What is empty goes when the last that was put into it goes: such wishes are left out where that matters.</summary>
    private static readonly Gen<string> Full = Spec.Select(s => s.Replace("'map':{},", "").Replace("'map':{}", "").Replace(",}", "}")).Where(s => s.Contains("'num'", StringComparison.Ordinal));

    [Fact]
    public void Applying_twice_is_applying_once() => Gen.Select(Spec, Spec).Sample((other, spec) =>
    {
        var rig = new ApplyRig().Apply("two", other).Apply("one", spec, force: true);
        var before = (rig.Spec, State(rig));
        rig.Apply("one", spec);
        Assert.Equal(before, (rig.Spec, State(rig)));
    });

    [Fact]
    public void What_an_applier_alone_added_goes_with_it() => Gen.Select(Full, Spec).Sample((first, second) =>
    {
        var alone = new ApplyRig().Apply("one", first);
        var rig = new ApplyRig().Apply("one", first);
        try
        {
            rig.Apply("two", second);
        }
        catch (ApplyConflictException)
        {
            return;
        }

        rig.Apply("two", "{}");
        Assert.Equal(alone.Owned("one"), rig.Owned("one"));
        Assert.Equal("", rig.Owned("two"));
        Assert.Equal(Fields(alone), Fields(rig));
    });

    [Fact]
    public void An_applier_finds_all_that_it_applied() => Gen.Select(Spec, Spec, Spec).Sample((one, two, three) =>
    {
        var rig = new ApplyRig().Apply("one", one).Apply("two", two, force: true).Apply("one", three, force: true);
        var only = new ApplyRig().Apply("one", three);
        Assert.Equal(only.Owned("one"), rig.Owned("one"));
        Assert.True(Fields(only).IsSubsetOf(Fields(rig)));
    });

    [Fact]
    public void Only_appliers_that_agree_share_fields() => Gen.Select(Spec, Spec).Sample((one, two) =>
    {
        var rig = new ApplyRig().Apply("one", one);
        var isConflict = false;
        try
        {
            rig.Apply("two", two);
        }
        catch (ApplyConflictException e)
        {
            isConflict = e.Conflicts.Count > 0;
        }

        var forced = new ApplyRig().Apply("one", one).Apply("two", two, force: true);
        Assert.Equal(isConflict, forced.Owned("one") != new ApplyRig().Apply("one", one).Owned("one"));
    });

    private static string State(ApplyRig rig) => ManagedFields.Write([.. rig.Managed])?.ToJsonString() ?? "";

    /// <summary>The leaves of the object with their values.</summary>
    private static HashSet<string> Fields(ApplyRig rig)
    {
        var leaves = new HashSet<string>();
        void Visit(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject map:
                    foreach (var (name, value) in map)
                    {
                        Visit(value, $"{path}/{name}");
                    }

                    break;
                case JsonArray list when path is "/set" or "/items":
                    foreach (var item in list)
                    {
                        Visit(item, $"{path}/{(item is JsonObject map ? map["name"] : item)}");
                    }

                    break;
                case JsonArray { Count: 0 }:
                    break;
                default:
                    leaves.Add($"{path}={node?.ToJsonString()}");
                    break;
            }
        }

        Visit(rig.Spec.Length == 0 ? null : JsonNode.Parse(rig.Spec.Replace('\'', '"')), "");
        return leaves;
    }
}
