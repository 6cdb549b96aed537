using Slipway.Machinery.Schemas.Structure;
using Slipway.Machinery.Schemas;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Schemas;

public sealed class Structure
{
    [Theory]
    [InlineData("{}", "s.type: Required value: must not be empty at the root")]
    [InlineData("{'type':'string'}", "s.type: Invalid value: \"string\": must be object at the root")]
    [InlineData("{'type':'object','properties':{'a':{}}}", "s.properties[a].type: Required value: must not be empty for specified object fields")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array'}}}", "s.properties[a].items: Required value: must be specified")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array','items':{}}}}", "s.properties[a].items.type: Required value: must not be empty for specified array items")]
    [InlineData("{'type':'object','additionalProperties':{'type':'string'}}", "s.additionalProperties: Forbidden: must not be used at the root")]
    [InlineData("{'type':'object','properties':{'a':{'type':'object','x-kubernetes-embedded-resource':true}}}", "s.properties[a].properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields")]
    [InlineData("{'type':'object','properties':{'metadata':{'type':'object','properties':{'labels':{'type':'object'}}}}}", "s.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified")]
    [InlineData("{'type':'object','properties':{'a':{'type':'string','anyOf':[{'type':'string'}]}}}", "s.properties[a].anyOf[0].type: Forbidden: must be empty to be structural")]
    [InlineData("{'type':'object','not':{'properties':{'b':{'pattern':'x'}}}}", "s.properties[b]: Required value: because it is defined in s.not.properties[b]")]
    [InlineData("{'type':'object','properties':{'a':{'type':'string','pattern':'a(?=b)'}}}", "s.properties[a].pattern: Invalid value: \"a(?=b)\": must be a valid regular expression, but isn't: error parsing regexp: invalid or unsupported Perl syntax: `a(?=b)` at 1")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array','x-kubernetes-list-type':'map','items':{'type':'object'}}}}", "s.properties[a].x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],'items':{'type':'object'}}}}", "s.properties[a].x-kubernetes-list-map-keys: Invalid value: \"k\": entries must all be names of item properties")]
    [InlineData("{'type':'object','properties':{'a':{'type':'integer','default':'x'}}}", "s.properties[a].default: Invalid value: \"string\":  in body must be of type integer: \"string\"")]
    [InlineData("{'type':'object','properties':{'a':{'type':'int'}}}", "s.properties[a]: Invalid value: type: \"int\" is none of object, array, string, integer, number, boolean.")]
    public void Faults_are_told(string schema, string expected) =>
        Assert.Equal([expected], StructuralCheck.Check(Schema.Parse(Map(schema)), "s").Select(e => e.ToString()));

    [Theory]
    [InlineData("{'type':'object','x-kubernetes-preserve-unknown-fields':true}")]
    [InlineData("{'type':'object','properties':{'a':{'x-kubernetes-int-or-string':true,'anyOf':[{'type':'integer'},{'type':'string'}],'pattern':'^[0-9]+%?$'}}}")]
    [InlineData("{'type':'object','properties':{'a':{'x-kubernetes-int-or-string':true,'allOf':[{'anyOf':[{'type':'integer'},{'type':'string'}]},{'pattern':'x'}]}}}")]
    [InlineData("{'type':'object','properties':{'metadata':{'type':'object','properties':{'name':{'type':'string','maxLength':63}}}}}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'string'}},'oneOf':[{'required':['b']},{'properties':{'b':{'enum':['x']}}}]}}}")]
    [InlineData("{'type':'object','properties':{'a':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],'items':{'type':'object','required':['k'],'properties':{'k':{'type':'string'}}}}}}")]
    public void Structural_schemas_pass(string schema) => Assert.Empty(StructuralCheck.Check(Schema.Parse(Map(schema)), "s"));
}
