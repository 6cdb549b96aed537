using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Schemas;

public sealed class Validation
{
    [Theory]
    [InlineData("{'type':'integer'}", "'x'", "FieldValueTypeInvalid", "Invalid value: \"string\": f in body must be of type integer: \"string\"")]
    [InlineData("{'type':'integer'}", "1.5", "FieldValueTypeInvalid", "Invalid value: \"number\": f in body must be of type integer: \"number\"")]
    [InlineData("{'type':'string'}", "1", "FieldValueTypeInvalid", "Invalid value: \"integer\": f in body must be of type string: \"integer\"")]
    [InlineData("{'type':'string'}", "null", "FieldValueTypeInvalid", "Invalid value: \"null\": f in body must be of type string: \"null\"")]
    [InlineData("{'type':'boolean'}", "'true'", "FieldValueTypeInvalid", "Invalid value: \"string\": f in body must be of type boolean: \"string\"")]
    [InlineData("{'type':'object'}", "[]", "FieldValueTypeInvalid", "Invalid value: \"array\": f in body must be of type object: \"array\"")]
    [InlineData("{'type':'array','items':{'type':'string'}}", "{}", "FieldValueTypeInvalid", "Invalid value: \"object\": f in body must be of type array: \"object\"")]
    [InlineData("{'x-kubernetes-int-or-string':true}", "true", "FieldValueTypeInvalid", "Invalid value: \"boolean\": f in body must be of type integer,string: \"boolean\"")]
    [InlineData("{'type':'integer','minimum':1}", "0", "FieldValueInvalid", "Invalid value: 0: f in body should be greater than or equal to 1")]
    [InlineData("{'type':'integer','minimum':1,'exclusiveMinimum':true}", "1", "FieldValueInvalid", "Invalid value: 1: f in body should be greater than 1")]
    [InlineData("{'type':'integer','maximum':5}", "6", "FieldValueInvalid", "Invalid value: 6: f in body should be less than or equal to 5")]
    [InlineData("{'type':'number','maximum':5,'exclusiveMaximum':true}", "5.0", "FieldValueInvalid", "Invalid value: 5: f in body should be less than 5")]
    [InlineData("{'type':'integer','multipleOf':3}", "4", "FieldValueInvalid", "Invalid value: 4: f in body should be a multiple of 3")]
    [InlineData("{'type':'integer','format':'int32'}", "3000000000", "FieldValueInvalid", "Invalid value: 3000000000: f in body must be of type integer with format int32")]
    [InlineData("{'type':'string','minLength':2}", "'a'", "FieldValueInvalid", "Invalid value: \"a\": f in body should be at least 2 chars long")]
    [InlineData("{'type':'string','maxLength':2}", "'abc'", "FieldValueTooLong", "Too long: may not be more than 2 bytes")]
    [InlineData("{'type':'string','pattern':'^v[0-9]+$'}", "'1'", "FieldValueInvalid", "Invalid value: \"1\": f in body should match '^v[0-9]+$'")]
    [InlineData("{'type':'string','format':'date-time'}", "'yesterday'", "FieldValueTypeInvalid", "Invalid value: \"yesterday\": f in body must be of type date-time: \"yesterday\"")]
    [InlineData("{'type':'string','enum':['a','b']}", "'c'", "FieldValueNotSupported", "Unsupported value: \"c\": supported values: \"a\", \"b\"")]
    [InlineData("{'type':'array','minItems':1,'items':{'type':'string'}}", "[]", "FieldValueInvalid", "Invalid value: 0: f in body should have at least 1 items")]
    [InlineData("{'type':'array','maxItems':1,'items':{'type':'string'}}", "['a','b']", "FieldValueTooMany", "Too many: 2: must have at most 1 items")]
    [InlineData("{'type':'object','minProperties':1}", "{}", "FieldValueInvalid", "Invalid value: 0: f in body should have at least 1 properties")]
    [InlineData("{'type':'object','maxProperties':1,'additionalProperties':{'type':'string'}}", "{'a':'','b':''}", "FieldValueTooMany", "Too many: 2: must have at most 1 items")]
    [InlineData("{'type':'integer','not':{'minimum':3}}", "4", "FieldValueInvalid", "Invalid value: \"\": \"f\" must not validate the schema (not)")]
    public void Faults_are_told(string schema, string value, string reason, string message)
    {
        var error = Assert.Single(Validator.Validate(Map($"{{'f':{value}}}"), Property(schema)));
        Assert.Equal((reason, "f", message), (error.Reason, error.Field, error.Message));
    }

    [Theory]
    [InlineData("{'type':'string','nullable':true}", "null")]
    [InlineData("{'type':'integer'}", "5.0")]
    [InlineData("{'type':'number'}", "5")]
    [InlineData("{'x-kubernetes-int-or-string':true,'anyOf':[{'type':'integer'},{'type':'string'}]}", "'25%'")]
    [InlineData("{'x-kubernetes-int-or-string':true}", "1")]
    [InlineData("{'x-kubernetes-preserve-unknown-fields':true}", "{'any':[1]}")]
    [InlineData("{'type':'string','maxLength':2}", "'😀😀'")]
    [InlineData("{'type':'string','format':'nonsense'}", "'x'")]
    [InlineData("{'type':'string','enum':['','a']}", "''")]
    [InlineData("{'type':'integer','enum':[1,2]}", "2.0")]
    [InlineData("{'type':'string','anyOf':[{'pattern':'^a'},{'pattern':'^b'}]}", "'bc'")]
    [InlineData("{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'oneOf':[{'required':['a']},{'required':['b']}]}", "{'a':''}")]
    public void Valid_values_pass(string schema, string value) =>
        Assert.Empty(Validator.Validate(Map($"{{'f':{value}}}"), Property(schema)));

    [Fact]
    public void Paths_lead_to_the_fault()
    {
        var schema = Property("{'type':'object','required':['name'],'properties':{'name':{'type':'string'},'list':{'type':'array','items':{'type':'object','additionalProperties':{'type':'integer'}}}}}");
        var errors = Validator.Validate(Map("{'f':{'list':[{'a':1},{'b':'x'}]}}"), schema);
        Assert.Equal(
            ["f.name: Required value", "f.list[1].b: Invalid value: \"string\": f.list[1].b in body must be of type integer: \"string\""],
            errors.Select(e => e.ToString()));
    }

    [Fact]
    public void Alternatives_tell_what_is_wrong_with_the_nearest()
    {
        var schema = Property("{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'oneOf':[{'required':['a','b']},{'required':['a']},{'required':['b']}]}");
        Assert.Equal(
            ["f: Invalid value: \"\": \"f\" must validate one and only one schema (oneOf). Found none valid", "f.a: Required value"],
            Validator.Validate(Map("{'f':{}}"), schema).Select(e => e.ToString()));
        Assert.Equal(
            ["f: Invalid value: \"\": \"f\" must validate one and only one schema (oneOf). Found 3 valid alternatives"],
            Validator.Validate(Map("{'f':{'a':'','b':''}}"), schema).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}}", "['a','b','a']", "f[2]: Duplicate value: \"a\"")]
    [InlineData("{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],'items':{'type':'object','properties':{'k':{'type':'string'},'v':{'type':'integer'}}}}", "[{'k':'a','v':1},{'k':'a','v':2}]", "f[1]: Duplicate value: {\"k\":\"a\"}")]
    public void Items_of_sets_and_maps_differ(string schema, string value, string expected)
    {
        Assert.Equal([expected], Validator.Validate(Map($"{{'f':{value}}}"), Property(schema)).Select(e => e.ToString()));
        var many = new JsonArray([.. Enumerable.Range(0, 40).Select(i => (JsonNode)(Parse(value)![0]!.DeepClone()))]);
        Assert.Equal(39, Validator.Validate(new JsonObject { ["f"] = many }, Property(schema)).Count);
    }

    [Fact]
    public void Embedded_resources_have_a_kind()
    {
        var schema = Property("{'type':'object','x-kubernetes-embedded-resource':true,'x-kubernetes-preserve-unknown-fields':true}");
        Assert.Equal(
            ["f.apiVersion: Required value: must not be empty", "f.kind: Required value: must not be empty"],
            Validator.Validate(Map("{'f':{'kind':''}}"), schema).Select(e => e.ToString()));
        Assert.Empty(Validator.Validate(Map("{'f':{'apiVersion':'v1','kind':'X','metadata':{}}}"), schema));
    }

    [Fact]
    public void Faults_that_were_there_before_are_forgiven()
    {
        var schema = Property("{'type':'object','properties':{'a':{'type':'string','maxLength':1},'b':{'type':'string','maxLength':1},'l':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],'items':{'type':'object','properties':{'k':{'type':'string'},'v':{'type':'integer','maximum':1}}}}}}");
        var old = Map("{'f':{'a':'long','b':'x','l':[{'k':'1','v':5},{'k':'2','v':1}]}}");
        var now = Map("{'f':{'a':'long','b':'y','l':[{'k':'2','v':1},{'k':'1','v':5}]}}");
        Assert.Empty(Validator.Validate(now, schema, old));
        Assert.Equal(2, Validator.Validate(now, schema).Count);
        now["f"]!["a"] = "longer";
        Assert.Equal(["f.a"], Validator.Validate(now, schema, old).Select(e => e.Field));
    }

    [Theory]
    [InlineData("date-time", "2024-01-02T03:04:05Z", true)]
    [InlineData("date-time", "2024-01-02T03:04:05.123456789+01:00", true)]
    [InlineData("date-time", "2024-13-02T03:04:05Z", false)]
    [InlineData("date-time", "2024-01-02", false)]
    [InlineData("date", "2024-02-29", true)]
    [InlineData("date", "2023-02-29", false)]
    [InlineData("duration", "1h30m", true)]
    [InlineData("duration", "-1.5ms", true)]
    [InlineData("duration", "3 days", true)]
    [InlineData("duration", "soon", false)]
    [InlineData("ipv4", "10.0.0.1", true)]
    [InlineData("ipv4", "10.1", false)]
    [InlineData("ipv6", "fd00::1", true)]
    [InlineData("ipv6", "10.0.0.1", false)]
    [InlineData("cidr", "10.0.0.0/8", true)]
    [InlineData("cidr", "10.0.0.0/33", false)]
    [InlineData("cidr", "10.0.0.0", false)]
    [InlineData("mac", "00:1b:63:84:45:e6", true)]
    [InlineData("mac", "00:1b:63", false)]
    [InlineData("uri", "https://x/y", true)]
    [InlineData("uri", "x y", false)]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", true)]
    [InlineData("uuid4", "123e4567-e89b-12d3-a456-426614174000", false)]
    [InlineData("hostname", "a.example", true)]
    [InlineData("hostname", "-a", false)]
    [InlineData("byte", "YWI=", true)]
    [InlineData("byte", "YWI", false)]
    [InlineData("isbn10", "0-306-40615-2", true)]
    [InlineData("isbn13", "978-0-306-40615-7", true)]
    [InlineData("isbn13", "978-0-306-40615-8", false)]
    [InlineData("creditcard", "4111 1111 1111 1111", true)]
    [InlineData("creditcard", "4111 1111 1111 1112", false)]
    [InlineData("rgbcolor", "rgb(1,2,255)", true)]
    [InlineData("rgbcolor", "rgb(1,2,256)", false)]
    public void Formats(string format, string text, bool expected) =>
        Assert.Equal(expected, Validator.Validate(new JsonObject { ["f"] = text }, Property($"{{'type':'string','format':'{format}'}}")).Count == 0);

    [Fact]
    public void A_schema_that_is_none_is_refused()
    {
        Assert.Throws<SchemaException>(() => Schema.Parse("[]"u8.ToArray()));
        Assert.Throws<SchemaException>(() => Validator.Validate(Map("{'f':1}"), Property("{'type':7}")));
        Assert.Throws<SchemaException>(() => Validator.Validate(Map("{'f':1}"), Property("{'type':'int'}")));
    }

    private static Schema Property(string schema) =>
        Schema.Parse(new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["f"] = Parse(schema) } });
}
