using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Machinery.Json;
using Slipway.Machinery.Selectors;
using Slipway.Machinery.Yaml;
using Slipway.Runtime.Clients;
using Slipway.Server.Verbs.Reading;

namespace Slipway.Unit.Machinery.Nonsense;

/// <summary>Whatever strangers send: every reader takes it or refuses it with its own error, and nothing else happens.</summary>
public sealed class AnyText
{
    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.String[0, 40],
        Gen.String[Gen.OneOfConst([.. "{}[]\":,\\0123456789.eE+-truefalsn \n\tu\0d8"]), 0, 40],
        Gen.String[Gen.OneOfConst([.. "ab: -&*!|>'\"{}[]#%@`,?\n  \t~.0"]), 0, 40],
        Gen.String[Gen.OneOfConst([.. "$.[]()?@*'\"=<>!&|-:,a0 \\{}"]), 0, 30]);

    [Fact]
    public void JSON() => Gen.OneOf(Odd.Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 60]).Sample(bytes =>
    {
        try
        {
            StrictJson.Parse(bytes);
        }
        catch (StrictJsonException)
        {
            // Refused, with a place.
        }
    });

    [Fact]
    public void YAML() => Odd.Sample(text =>
    {
        try
        {
            YamlDocuments.Read(text, "text");
        }
        catch (YamlFormatException)
        {
            // Refused, with a place.
        }
    });

    [Fact]
    public void JSON_paths()
    {
        var json = JsonNode.Parse("""{"a":[{"a":"x","b":1},{"a":"y"}],"0":{"a":{}},"b":null}""");
        Odd.Sample(text =>
        {
            try
            {
                JsonPath.Parse(text).Evaluate(json);
            }
            catch (JsonPathException)
            {
                // Refused, with a place.
            }
        });
    }

    [Fact]
    public void Selectors() => Odd.Sample(text =>
    {
        foreach (var print in new Func<string, string>[] { t => LabelQuery.Parse(t).ToString(), t => FieldQuery.Parse(t).ToString() })
        {
            try
            {
                var printed = print(text);
                Assert.Equal(printed, print(printed));
            }
            catch (SelectorException)
            {
                // Refused, with a place.
            }
        }
    });

    [Fact]
    public void Tokens() => Gen.OneOf(
        Odd,
        Odd.Select(t => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(t))),
        Gen.Select(Gen.OneOfConst("1", "-1", "\"x\"", "null", "1e400", "{}", "0.5"), Odd, Gen.OneOfConst("meta.k8s.io/v1", "v2", ""))
            .Select((rv, start, v) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"v":"{{v}}","rv":{{rv}},"start":{{JsonValue.Create(start).ToJsonString()}}}"""))))
        .Sample(text =>
        {
            try
            {
                var token = ContinueToken.Parse(text);
                Assert.Equal(token, ContinueToken.Parse(token.ToString()));
            }
            catch (ApiException e)
            {
                Assert.Equal(400, e.Code);
            }
        });

    [Fact]
    public void YAML_that_grows_from_its_own_parts_is_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 10; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Throws<YamlFormatException>(() => YamlDocuments.Read(bomb.ToString(), "bomb"));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void What_is_nested_too_deeply_is_refused(char open)
    {
        var deep = open == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        Assert.Throws<StrictJsonException>(() => StrictJson.Parse(Encoding.UTF8.GetBytes(deep)));
        Assert.Throws<YamlFormatException>(() => YamlDocuments.Read(deep, "deep"));
    }
}
