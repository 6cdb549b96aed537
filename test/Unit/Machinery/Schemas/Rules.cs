using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;
using Slipway.Machinery.Schemas.Structure;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Schemas;

public sealed class Rules
{
    [Fact]
    public void A_broken_rule_is_told_with_its_message()
    {
        var schema = Schema.Parse(Map("""
            {'type':'object','properties':{'spec':{'type':'object','x-kubernetes-validations':[{'rule':'self.a <= self.b','message':'too many'},{'rule':'self.a > 0'}],
             'properties':{'a':{'type':'integer'},'b':{'type':'integer'}}}}}
            """));
        Assert.Empty(Validator.Validate(Map("{'spec':{'a':1,'b':2}}"), schema));
        Assert.Equal(["spec: Invalid value: too many"], Errors("{'spec':{'a':3,'b':2}}", schema));
        Assert.Equal(["spec: Invalid value: failed rule: self.a > 0"], Errors("{'spec':{'a':0,'b':2}}", schema));
        Assert.Equal(["spec: Invalid value: no such key: b evaluating rule: too many"], Errors("{'spec':{'a':1}}", schema));
    }

    [Fact]
    public void An_object_with_faults_is_not_held_against_rules()
    {
        var schema = Schema.Parse(Map("{'type':'object','properties':{'a':{'type':'integer'}},'x-kubernetes-validations':[{'rule':'self.a > 0'}]}"));
        Assert.Equal(
            [
                "a: Invalid value: \"string\": a in body must be of type integer: \"string\"",
                "<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation",
            ],
            Errors("{'a':'x'}", schema));
    }

    [Fact]
    public void Rules_stand_at_every_level()
    {
        var schema = Schema.Parse(Map("""
            {'type':'object','properties':{
             'list':{'type':'array','items':{'type':'string','x-kubernetes-validations':[{'rule':'self.size() < 3','message':'long'}]}},
             'map':{'type':'object','additionalProperties':{'type':'integer','x-kubernetes-validations':[{'rule':'self != 5','message':'five','reason':'FieldValueForbidden'}]}},
             'deep':{'type':'object','properties':{'x':{'type':'integer'}},'x-kubernetes-validations':[{'rule':'self.x < 9','fieldPath':'.x','messageExpression':'string(self.x)'}]}}}
            """));
        Assert.Equal(
            ["list[1]: Invalid value: long", "map.k: Forbidden: five", "deep.x: Invalid value: 10"],
            Errors("{'list':['a','abc'],'map':{'k':5},'deep':{'x':10}}", schema));
    }

    [Fact]
    public void Transition_rules_need_a_value_before()
    {
        var schema = Schema.Parse(Map("""
            {'type':'object','properties':{'a':{'type':'string','x-kubernetes-validations':[{'rule':'self == oldSelf','message':'immutable'}]},
             'l':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],'items':{'type':'object','required':['k'],'properties':{'k':{'type':'string'},'v':{'type':'integer'}},
                  'x-kubernetes-validations':[{'rule':'self.v >= oldSelf.v','message':'down'}]}},
             'o':{'type':'string','x-kubernetes-validations':[{'rule':'!oldSelf.hasValue() || oldSelf.value() != self','optionalOldSelf':true,'message':'same'}]}}}
            """));
        Assert.Empty(Errors("{'a':'x','l':[{'k':'1','v':1}],'o':'1'}", schema));
        Assert.Equal(["a: Invalid value: immutable"], Errors("{'a':'x'}", schema, "{'a':'y'}"));
        Assert.Empty(Errors("{'a':'x'}", schema, "{}"));
        Assert.Equal(["l[1]: Invalid value: down"], Errors("{'l':[{'k':'9','v':0},{'k':'1','v':1}]}", schema, "{'l':[{'k':'1','v':2}]}"));
        Assert.Equal(["o: Invalid value: same"], Errors("{'o':'1'}", schema, "{'o':'1'}"));
    }

    [Fact]
    public void What_was_broken_before_is_forgiven()
    {
        var schema = Schema.Parse(Map("{'type':'object','properties':{'a':{'type':'integer','x-kubernetes-validations':[{'rule':'self > 5'}]},'b':{'type':'integer'}}}"));
        Assert.Empty(Errors("{'a':1,'b':2}", schema, "{'a':1,'b':1}"));
        Assert.Single(Errors("{'a':2,'b':2}", schema, "{'a':1,'b':1}"));
    }

    [Theory]
    [InlineData("{'type':'object','properties':{'namespace':{'type':'string'}}}", "self.__namespace__ == 'x'", "{'namespace':'x'}")]
    [InlineData("{'type':'object','properties':{'a-b.c/d__e':{'type':'string'}}}", "self.a__dash__b__dot__c__slash__d__underscores__e == 'x'", "{'a-b.c/d__e':'x'}")]
    [InlineData("{'type':'object','properties':{'t':{'type':'string','format':'date-time'}}}", "self.t < timestamp('2025-01-01T00:00:00Z')", "{'t':'2024-01-01T00:00:00Z'}")]
    [InlineData("{'type':'object','properties':{'d':{'type':'string','format':'duration'}}}", "self.d == duration('90s')", "{'d':'1m30s'}")]
    [InlineData("{'type':'object','properties':{'n':{'type':'number'}}}", "type(self.n) == double && self.n / 2.0 == 2.5", "{'n':5}")]
    [InlineData("{'type':'object','properties':{'s':{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}},'u':{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}}}}", "self.s == self.u", "{'s':['a','b'],'u':['b','a']}")]
    [InlineData("{'type':'object','properties':{'i':{'x-kubernetes-int-or-string':true}}}", "type(self.i) == string || self.i > 3", "{'i':4}")]
    [InlineData("{'type':'object','properties':{'m':{'type':'object','additionalProperties':{'type':'string'}}}}", "self.m['a__dot__b'] == 'x' && !has(self.m.q)", "{'m':{'a__dot__b':'x'}}")]
    [InlineData("{'type':'object','properties':{'l':{'type':'array','maxItems':10,'items':{'type':'object','properties':{'name':{'type':'string','maxLength':9}}}}}}", "self.l.all(x, self.l.exists_one(y, x.name == y.name))", "{'l':[{'name':'a'},{'name':'b'}]}")]
    public void Values_are_typed_by_their_schema(string schema, string rule, string value)
    {
        var json = Map(schema);
        json["x-kubernetes-validations"] = new JsonArray(new JsonObject { ["rule"] = rule });
        Assert.Empty(Validator.Validate(Map(value), Schema.Parse(json)));
        Assert.Empty(StructuralCheck.Check(Schema.Parse(json), "s"));
    }

    [Theory]
    [InlineData("{'rule':'self.a >'}", "s.x-kubernetes-validations[0].rule: Invalid value: apiextensions.ValidationRule{Rule:\"self.a >\", Message:\"\", MessageExpression:\"\", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}: compilation failed: ERROR: <input>:1:9: Syntax error: found the end, expected a value\n | self.a >\n | ........^")]
    [InlineData("{'rule':'self.x > 0'}", "s.x-kubernetes-validations[0].rule: Invalid value: apiextensions.ValidationRule{Rule:\"self.x > 0\", Message:\"\", MessageExpression:\"\", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}: compilation failed: ERROR: <input>:1:5: undefined field 'x'\n | self.x > 0\n | ....^")]
    [InlineData("{'rule':'self.a'}", "s.x-kubernetes-validations[0].rule: Invalid value: apiextensions.ValidationRule{Rule:\"self.a\", Message:\"\", MessageExpression:\"\", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}: cel expression must evaluate to a bool")]
    [InlineData("{'rule':'true','messageExpression':'1'}", "s.x-kubernetes-validations[0].messageExpression: Invalid value: apiextensions.ValidationRule{Rule:\"true\", Message:\"\", MessageExpression:\"1\", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}: messageExpression must evaluate to a string")]
    [InlineData("{'rule':'true','optionalOldSelf':true}", "s.x-kubernetes-validations[0].optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule")]
    [InlineData("{'rule':'true\\n','message':' '}", "s.x-kubernetes-validations[0].message: Invalid value: \" \": message must be non-empty if specified")]
    [InlineData("{'rule':'true','message':'a\\nb'}", "s.x-kubernetes-validations[0].message: Invalid value: \"a\\nb\": message must not contain line breaks")]
    [InlineData("{'rule':'true &&\\ntrue'}", "s.x-kubernetes-validations[0].message: Required value: message must be specified if rule contains line breaks")]
    [InlineData("{'rule':''}", "s.x-kubernetes-validations[0].rule: Required value: rule is not specified")]
    [InlineData("{'rule':'true','reason':'Nope'}", "s.x-kubernetes-validations[0].reason: Unsupported value: \"Nope\": supported values: \"FieldValueInvalid\", \"FieldValueForbidden\", \"FieldValueRequired\", \"FieldValueDuplicate\"")]
    [InlineData("{'rule':'true','fieldPath':'.zz'}", "s.x-kubernetes-validations[0].fieldPath: Invalid value: \".zz\": fieldPath must be a valid path: does not refer to a valid field: there is no field zz")]
    public void Faulty_rules_are_refused_with_the_schema(string rule, string expected)
    {
        var schema = Map("{'type':'object','properties':{'a':{'type':'string'}}}");
        schema["x-kubernetes-validations"] = new JsonArray(Parse(rule));
        Assert.Equal([expected], StructuralCheck.Check(Schema.Parse(schema), "s").Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("{'type':'string'}", "self.startsWith('a')", "")]
    [InlineData("{'type':'array','items':{'type':'string'}}", "self.all(x, self.all(y, x == y))", "s.properties[f].x-kubernetes-validations[0].rule: Forbidden: estimated rule cost exceeds budget by factor of more than 100x (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)")]
    [InlineData("{'type':'array','maxItems':20,'items':{'type':'string','maxLength':20}}", "self.all(x, self.all(y, x == y))", "")]
    [InlineData("{'type':'array','maxItems':100,'items':{'type':'string','maxLength':100}}", "self.all(x, x.matches('^a+$') && self.exists_one(y, x == y))", "")]
    [InlineData("{'type':'string'}", "self.matches('^[a-z]+$') && self.contains('abcdefghij')", "")]
    [InlineData("{'type':'array','items':{'type':'integer'}}", "self.sum() < 5 && self.isSorted()", "")]
    public void Rules_that_can_cost_too_much_are_refused_with_the_schema(string field, string rule, string expected)
    {
        var schema = Map("{'type':'object','properties':{}}");
        var typed = Map(field);
        typed["x-kubernetes-validations"] = new JsonArray(new JsonObject { ["rule"] = rule });
        schema["properties"]!["f"] = typed;
        var errors = StructuralCheck.Check(Schema.Parse(schema), "s").Select(e => e.ToString()).ToList();
        Assert.Equal(expected, errors.LastOrDefault(e => e.Contains("estimated rule cost exceeds", StringComparison.Ordinal)) ?? "");
    }

    [Fact]
    public void Many_rules_that_cost_much_together_are_refused()
    {
        var rules = new JsonArray([.. Enumerable.Range(0, 60).Select(i => (JsonNode)new JsonObject { ["rule"] = $"self.all(x, x > {i})" })]);
        var schema = Map("{'type':'object','properties':{'l':{'type':'array','items':{'type':'integer'}}}}");
        schema["properties"]!["l"]!["x-kubernetes-validations"] = rules;
        var errors = StructuralCheck.Check(Schema.Parse(schema), "s");
        Assert.Contains(errors, e => e.Field == "s" && e.Message.Contains("cost total for entire OpenAPIv3 schema exceeds budget by factor of", StringComparison.Ordinal));
    }

    [Fact]
    public void Null_and_missing_overloads_are_told_while_running()
    {
        var schema = Schema.Parse(Map("{'type':'object','properties':{'i':{'x-kubernetes-int-or-string':true,'x-kubernetes-validations':[{'rule':'self > 3','message':'big'}]}}}"));
        Assert.Equal(["i: Invalid value: 'no such overload: _>_ applied to (string, int)': call arguments did not match a supported operator, function or macro signature for rule: big"], Errors("{'i':'x'}", schema));
    }

    [Fact]
    public void A_rule_cannot_ask_for_a_value_before_that_cannot_be_found() =>
        Assert.Contains("oldSelf cannot be used on the uncorrelatable portion of the schema within s.properties[l]", Assert.Single(StructuralCheck.Check(Schema.Parse(Map(
            "{'type':'object','properties':{'l':{'type':'array','maxItems':9,'items':{'type':'string','maxLength':9,'x-kubernetes-validations':[{'rule':'self == oldSelf'}]}}}}")), "s")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_costs_too_much_fails()
    {
        var schema = Schema.Parse(Map("{'type':'object','properties':{'l':{'type':'array','items':{'type':'integer'},'x-kubernetes-validations':[{'rule':'self.all(a, self.all(b, self.all(c, a + b + c > 0)))'}]}}}"));
        var value = new JsonObject { ["l"] = new JsonArray([.. Enumerable.Range(1, 200).Select(i => (JsonNode)i)]) };
        Assert.Contains("actual cost limit exceeded", Assert.Single(Validator.Validate(value, schema)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Errors(string value, Schema schema, string? old = null) =>
        Validator.Validate(Map(value), schema, old is null ? null : Map(old)).Select(e => e.ToString());
}
