using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Schemas;
using Slipway.Unit.Machinery.Support;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Schemas;

public sealed class PruningAndDefaulting
{
    private static readonly Schema Known = Schema.Parse(Map("""
        {'type':'object','properties':{
          'spec':{'type':'object','properties':{
            'a':{'type':'string'},
            'list':{'type':'array','items':{'type':'object','properties':{'x':{'type':'integer'}}}},
            'map':{'type':'object','additionalProperties':{'type':'object','properties':{'y':{'type':'string'}}}},
            'any':{'type':'object','additionalProperties':true},
            'free':{'type':'object','x-kubernetes-preserve-unknown-fields':true,'properties':{'known':{'type':'object','properties':{'z':{'type':'string'}}}}},
            'res':{'type':'object','x-kubernetes-embedded-resource':true,'properties':{'spec':{'type':'object'}}},
            'bare':{'type':'object'}
        }}}}
        """));

    [Fact]
    public void Unknown_fields_are_removed_and_told()
    {
        var value = Map("""
            {'apiVersion':'v1','kind':'K','metadata':{'name':'n','bogus':1,'labels':{'q':'1'}},'extra':1,'spec':{'a':'1','b':2,
             'list':[{'x':1},{'x':1,'w':2}],'map':{'k':{'y':'','v':1}},'any':{'q':{'r':1}},
             'free':{'u':{'v':1},'known':{'z':'','w':1}},
             'res':{'apiVersion':'v1','kind':'K','metadata':{'name':'x','odd':1},'spec':{'gone':1},'status':{}},
             'bare':{'c':1}}}
            """);
        var removed = Pruner.Prune(value, Known);
        Assert.Equal(
            ["metadata.bogus", "extra", "spec.b", "spec.list[1].w", "spec.map.k.v", "spec.free.known.w", "spec.res.metadata.odd", "spec.res.spec.gone", "spec.res.status", "spec.bare.c"],
            removed);
        var expected = Map("""
            {'apiVersion':'v1','kind':'K','metadata':{'name':'n','labels':{'q':'1'}},'spec':{'a':'1',
             'list':[{'x':1},{'x':1}],'map':{'k':{'y':''}},'any':{'q':{'r':1}},
             'free':{'u':{'v':1},'known':{'z':''}},
             'res':{'apiVersion':'v1','kind':'K','metadata':{'name':'x'},'spec':{}},
             'bare':{}}}
            """);
        Assert.Equal(expected.ToJsonString(), value.ToJsonString());
    }

    [Theory]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer','default':3}}}", "{}", "{'a':3}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer','default':3}}}", "{'a':4}", "{'a':4}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer','default':3}}}", "{'a':null}", "{'a':3}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer','default':3,'nullable':true}}}", "{'a':null}", "{'a':null}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer'}}}", "{'a':null}", "{}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'object','default':{},'properties':{'b':{'type':'string','default':'x'}}}}}", "{}", "{'a':{'b':'x'}}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'string','default':'x'}}}}}", "{}", "{}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array','items':{'type':'object','properties':{'b':{'type':'string','default':'x'}}}}}}", "{'a':[{},{'b':'y'}]}", "{'a':[{'b':'x'},{'b':'y'}]}")]
    [InlineData("{'type':'object','additionalProperties':{'type':'object','properties':{'b':{'type':'string','default':'x'}}}}", "{'k':{},'n':null}", "{'k':{'b':'x'}}")]
    public void Defaults_are_filled_in(string schema, string value, string expected)
    {
        var map = Map(value);
        Defaulter.Default(map, Schema.Parse(Map(schema)));
        Assert.True(JsonEquality.AreEqual(Parse(expected), map), map.ToJsonString());
    }

    [Fact]
    public void Both_are_idempotent_and_leave_nothing_unknown() =>
        Gen.Select(Schemas(3), JsonGen.Object(4)).Sample((json, value) =>
        {
            var schema = Schema.Parse(json);
            Pruner.Prune(value, schema);
            Defaulter.Default(value, schema);
            var once = value.ToJsonString();
            Assert.Empty(Pruner.Prune(value, schema));
            Defaulter.Default(value, schema);
            Assert.Equal(once, value.ToJsonString());
            Validator.Validate(value, schema);
        });

    private static Gen<JsonObject> Schemas(int depth)
    {
        var leaf = Gen.OneOfConst(
            "{'type':'string'}", "{'type':'integer','default':7}", "{'type':'string','nullable':true}", "{'x-kubernetes-preserve-unknown-fields':true}",
            "{'type':'object','default':{}}", "{'type':'boolean','default':false}").Select(Map);
        return depth == 0
            ? leaf
            : Gen.Frequency(
                (1, leaf),
                (3, Gen.Select(JsonGen.Name, Schemas(depth - 1)).Array[1, 4].Select(pairs =>
                {
                    var properties = new JsonObject();
                    foreach (var (name, schema) in pairs)
                    {
                        properties[name] = schema.DeepClone();
                    }

                    return new JsonObject { ["type"] = "object", ["properties"] = properties };
                })),
                (1, Schemas(depth - 1).Select(s => new JsonObject { ["type"] = "array", ["items"] = s.DeepClone() })),
                (1, Schemas(depth - 1).Select(s => new JsonObject { ["type"] = "object", ["additionalProperties"] = s.DeepClone() })));
    }
}
