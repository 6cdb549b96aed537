using CsCheck;
using Slipway.Machinery.Json;
using static Slipway.Unit.Machinery.Support.JsonGen;

namespace Slipway.Unit.Machinery.Json;

public sealed class JsonPaths
{
    private const string Document = """
        {'status':{'addresses':[{'type':'ExternalIP','address':'1.2.3.4'},{'type':'InternalIP','address':'10.0.0.1'},{'type':'InternalIP','address':'10.0.0.2'}],
         'n':[1,2,3,4],'ready':true,'empty':null},'metadata':{'labels':{'a.b/c':'x','d':'y'}},'x y':1}
        """;

    [Theory]
    [InlineData(".status.ready", "[true]")]
    [InlineData("$.status.ready", "[true]")]
    [InlineData("{.status.ready}", "[true]")]
    [InlineData("status.ready", "[true]")]
    [InlineData(".status.addresses[?(@.type==\"InternalIP\")].address", "['10.0.0.1','10.0.0.2']")]
    [InlineData(".status.addresses[?(@.type=='ExternalIP')].address", "['1.2.3.4']")]
    [InlineData(".status.addresses[?( @.type != 'InternalIP' )].address", "['1.2.3.4']")]
    [InlineData(".status.addresses[?(@.nope)].address", "[]")]
    [InlineData(".status.addresses[?(@.type)].type", "['ExternalIP','InternalIP','InternalIP']")]
    [InlineData(".status.n[?(@>2)]", "[3,4]")]
    [InlineData(".status.n[?(@<=2)]", "[1,2]")]
    [InlineData(".status.n[0]", "[1]")]
    [InlineData(".status.n[-1]", "[4]")]
    [InlineData(".status.n[9]", "[]")]
    [InlineData(".status.n[1:3]", "[2,3]")]
    [InlineData(".status.n[:2]", "[1,2]")]
    [InlineData(".status.n[*]", "[1,2,3,4]")]
    [InlineData(".status.addresses[*].type", "['ExternalIP','InternalIP','InternalIP']")]
    [InlineData(".metadata.labels.*", "['x','y']")]
    [InlineData(".metadata.labels['a\\.b/c']", "['x']")]
    [InlineData(".metadata.labels['a.b/c']", "['x']")]
    [InlineData(".metadata.labels.a\\.b/c", "['x']")]
    [InlineData("['x y']", "[1]")]
    [InlineData(".missing.deep", "[]")]
    [InlineData(".status.ready.deep", "[]")]
    [InlineData(".status.empty", "[null]")]
    public void Leads_to(string path, string expected)
    {
        var parsed = JsonPath.Parse(path);
        var root = Parse(Document);
        var found = parsed.Evaluate(root);
        Assert.True(JsonEquality.AreEqual(Parse(expected), new System.Text.Json.Nodes.JsonArray([.. found.Select(f => f?.DeepClone())])), string.Join(", ", found));
        Assert.Same(found.Count > 0 ? found[0] : null, parsed.First(root));
    }

    [Theory]
    [InlineData(".a[", 3)]
    [InlineData(".a[x]", 3)]
    [InlineData(".a['b", 5)]
    [InlineData(".a[?(@.b===1)]", 8)]
    [InlineData(".a[?(@.b==x)]", 10)]
    [InlineData(".a]", 2)]
    [InlineData(".a..b", 3)]
    public void Refuses(string path, int position) =>
        Assert.Equal(position, Assert.Throws<JsonPathException>(() => JsonPath.Parse(path)).Position);

    [Fact]
    public void Plain_names_are_known() => Assert.Equal(["spec", "replicas"], JsonPath.Parse(".spec.replicas").Names);

    [Fact]
    public void Any_text_is_read_or_refused_with_its_own_error() =>
        Gen.String[Gen.OneOfConst([.. ".[]*?()@='ab0:-$\\{} <"]), 0, 14].Sample(text =>
        {
            try
            {
                JsonPath.Parse(text).Evaluate(Parse("{'a':[1,{'b':2}]}"));
            }
            catch (JsonPathException)
            {
            }
        });
}
