using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Yaml;
using Slipway.Unit.Machinery.Support;

namespace Slipway.Unit.Machinery.Yaml;

public sealed class YamlReading
{
    [Theory]
    [InlineData("a: 1", "{\"a\":1}")]
    [InlineData("a: '1'", "{\"a\":\"1\"}")]
    [InlineData("a: \"1\"", "{\"a\":\"1\"}")]
    [InlineData("[true, True, yes, on, y]", "[true,true,true,true,true]")]
    [InlineData("[false, FALSE, no, Off, n]", "[false,false,false,false,false]")]
    [InlineData("[~, null, Null]", "[null,null,null]")]
    [InlineData("[tRue, nO, nUll]", "[\"tRue\",\"nO\",\"nUll\"]")]
    [InlineData("[0644, 0x1F, 0b11, 0o7, -0x1f, 1_000, +1]", "[420,31,3,7,-31,1000,1]")]
    [InlineData("[09, 1.5, .5, 1., 1e3, -1.5e-3]", "[9,1.5,0.5,1,1000,-0.0015]")]
    [InlineData("[1.2.3, v1, 1:30, 2024-01-01, 1e, 0x, _1, ++1]", "[\"1.2.3\",\"v1\",\"1:30\",\"2024-01-01\",\"1e\",\"0x\",\"_1\",\"++1\"]")]
    [InlineData("1: a\ntrue: b\n1.5: c", "{\"1\":\"a\",\"true\":\"b\",\"1.5\":\"c\"}")]
    [InlineData("a: &x {b: 1}\nc: *x", "{\"a\":{\"b\":1},\"c\":{\"b\":1}}")]
    [InlineData("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", "{\"a\":{\"b\":1,\"c\":2},\"d\":{\"c\":3,\"b\":1}}")]
    [InlineData("a: !!str 5\nb: !!int '7'", "{\"a\":\"5\",\"b\":7}")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y", "{\"a\":\"x\\ny\\n\",\"b\":\"x y\"}")]
    [InlineData("{\"a\": [1, {\"b\": null}]}", "{\"a\":[1,{\"b\":null}]}")]
    [InlineData("{a: b}", "{\"a\":\"b\"}")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    public void Reads(string yaml, string json) =>
        Assert.True(JsonEquality.AreEqual(JsonGen.Parse(json.Replace("'", "\"", StringComparison.Ordinal)), YamlDocuments.Read(yaml, "f")[0].Root), YamlDocuments.Read(yaml, "f")[0].Root.ToJsonString());

    [Fact]
    public void Documents_know_their_lines_and_empty_ones_are_left_out()
    {
        var documents = YamlDocuments.Read("# first\n\na: 1\n---\n# nothing\n---\n\nb: 2\n---\n", "x.yaml");
        Assert.Equal([3L, 8L], documents.Select(d => d.Line));
        Assert.Equal("x.yaml", documents[1].FileName);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", 3, 1)]
    [InlineData("a: [1, 2", 2, 1)]
    [InlineData("a: 1\n b: 2", 2, 3)]
    [InlineData("a: *nope", 1, 4)]
    [InlineData("a: &x [*x]", 1, 8)]
    [InlineData("a: !mine 1", 1, 4)]
    [InlineData("a: .inf", 1, 4)]
    [InlineData("? [a]\n: b", 1, 3)]
    [InlineData("a: !!int x", 1, 4)]
    [InlineData("a:\n  - b\n\tc: 1", 2, 5)]
    public void The_place_of_a_fault_is_told(string yaml, int line, int column)
    {
        var fault = Assert.Throws<YamlFormatException>(() => YamlDocuments.Read(yaml, "x.yaml"));
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith($"x.yaml:{line}:{column}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_cannot_grow_without_bound()
    {
        var bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + string.Concat(Enumerable.Range('b', 9).Select(c => $"{(char)c}: &{(char)c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 10))}]\n"));
        Assert.Contains("aliases", Assert.Throws<YamlFormatException>(() => YamlDocuments.Read(bomb, "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_is_bounded() =>
        Assert.Throws<YamlFormatException>(() => YamlDocuments.Read(new string('[', 2000), "x"));

    [Fact]
    public void What_is_written_reads_back() => JsonGen.Value(4).Where(v => v is not null).Sample(node =>
    {
        var yaml = YamlWriter.Write(node);
        Assert.True(JsonEquality.AreEqual(node, YamlDocuments.Read(yaml, "x").Single().Root), yaml);
    }, iter: 1000);

    [Fact]
    public void Any_text_is_read_or_refused_with_its_own_error() =>
        Gen.String[Gen.OneOfConst([.. "ab:-[]{},&*!|>'\"%@ \n\t#?1.<"]), 0, 25].Sample(text =>
        {
            try
            {
                YamlDocuments.Read(text, "x");
            }
            catch (YamlFormatException)
            {
            }
        }, iter: 1000);

    [Fact]
    public void A_fault_that_the_parser_takes_for_its_own_is_refused_with_its_place()
    {
        var fault = Assert.Throws<YamlFormatException>(() => YamlDocuments.Read("-\n[1'@@\n1%&<,:[*# %11", "f.yaml"));
        Assert.Equal("f.yaml:1:1: what follows here is not YAML", fault.Message);
    }

    [Fact]
    public void Writing_is_readable()
    {
        var node = JsonGen.Map("{'kind':'X','list':[{'a':1,'b':['x','1']},[],[1,[2]]],'empty':{},'text':'a\\nb\\n','bool':'true','n':null,'t':true,'quote':'it: is','time':'2024-01-01T00:00:00Z'}");
        Assert.Equal(
            """
            kind: X
            list:
            - a: 1
              b:
              - x
              - "1"
            - []
            -
              - 1
              -
                - 2
            empty: {}
            text: |
              a
              b
            bool: "true"
            "n": null
            t: true
            quote: "it: is"
            time: 2024-01-01T00:00:00Z

            """,
            YamlWriter.Write(node));
    }
}
