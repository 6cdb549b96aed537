using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Unit.Machinery.Support;

namespace Slipway.Unit.Machinery.Json;

public sealed class StrictReading
{
    private static StrictDocument Read(string json, StrictJsonLimits? limits = null) => StrictJson.Parse(Encoding.UTF8.GetBytes(json), limits);

    [Fact]
    public void Duplicates_are_told_with_their_paths_and_the_last_one_stays()
    {
        var document = Read("""{"a":1,"b":{"c":1,"c":2,"c":3},"d":[{"e":1},{"e":1,"e":{"f":0,"f":1}}],"a":9}""");
        Assert.Equal(["b.c", "d[1].e.f", "d[1].e", "a"], document.Duplicates);
        Assert.Equal("""{"a":9,"b":{"c":3},"d":[{"e":1},{"e":{"f":1}}]}""", document.Root!.ToJsonString());
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"a\": 1,\n}", 3, 1)]
    [InlineData("{\"a\":1} x", 1, 9)]
    [InlineData("[1,\n 2,\n 1e999]", 3, 2)]
    [InlineData("{\"a\": \"\\ud800\"}", 1, 7)]
    [InlineData("{\"a\" 1}", 1, 6)]
    [InlineData("nul", 1, 4)]
    public void The_place_of_a_fault_is_told(string json, int line, int column)
    {
        var fault = Assert.Throws<StrictJsonException>(() => Read(json));
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith($"line {line}, column {column}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_hold()
    {
        Assert.Throws<StrictJsonException>(() => Read("[[[]]]", new StrictJsonLimits { Depth = 2 }));
        Assert.NotNull(Read("[[]]", new StrictJsonLimits { Depth = 2 }).Root);
        Assert.Throws<StrictJsonException>(() => Read("[1,2]", new StrictJsonLimits { Bytes = 4 }));
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("-1e2", "-100")]
    [InlineData("1.50", "1.50")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    public void Numbers_stay_what_they_are(string json, string expected) => Assert.Equal(expected, Read(json).Root!.ToJsonString());

    [Fact]
    public void Numbers_can_be_read_as_any_type_that_fits()
    {
        var node = Read("[5, 70000]").Root!;
        Assert.Equal(5, node[0]!.GetValue<int>());
        Assert.Equal(5L, node[0]!.GetValue<long>());
        Assert.Equal(5.0, node[0]!.GetValue<double>());
        Assert.Equal(70000, node[1]!.GetValue<int>());
    }

    [Fact]
    public void Bytes_that_mean_nothing_give_its_own_error() =>
        Gen.Byte.Array[0, 30].Sample(bytes => Survives(bytes));

    [Fact]
    public void Texts_like_JSON_give_its_own_error() =>
        Gen.String[Gen.OneOfConst([.. "{}[]\",:0e-.ntru\\/ \n\u00e9\ud800"]), 0, 20].Sample(text => Survives(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_written_reads_back() => JsonGen.Value(4).Sample(node =>
    {
        var document = Read(node?.ToJsonString() ?? "null");
        Assert.Empty(document.Duplicates);
        Assert.True(JsonEquality.AreEqual(node, document.Root));
        Assert.Equal(JsonEquality.HashOf(node), JsonEquality.HashOf(document.Root));
    });

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1e2", "100", true)]
    [InlineData("9007199254740993", "9007199254740992.0", false)]
    [InlineData("0.1", "0.10", true)]
    [InlineData("""{"a":1,"b":[null]}""", """{"b":[null],"a":1}""", true)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("true", "1", false)]
    [InlineData("null", "false", false)]
    public void Equality_is_of_values(string left, string right, bool expected)
    {
        Assert.Equal(expected, JsonEquality.AreEqual(JsonNode.Parse(left), JsonNode.Parse(right)));
        Assert.Equal(expected, JsonEquality.AreEqual(JsonNode.Parse(right), Read(left).Root));
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c\n\t\u0001\u007f", "\"a\\\"b\\\\c\\n\\t\\x01\\x7f\"")]
    [InlineData("é☃\u200b\u00a0", "\"é☃\\u200b\\u00a0\"")]
    public void Quotes_like_Go(string text, string expected) => Assert.Equal(expected, GoText.Quote(text));

    private static void Survives(byte[] bytes)
    {
        try
        {
            StrictJson.Parse(bytes);
        }
        catch (StrictJsonException e)
        {
            Assert.True(e.Line >= 1 && e.Column >= 1);
        }
    }
}
