using Slipway.Runtime.Clients;
using Slipway.Server.Verbs;
using Slipway.Server.Verbs.Reading;

namespace Slipway.Unit.Server.Verbs;

/// <summary>Which parameters of lists and watches go together, in the words that clients know.</summary>
public sealed class ListAndWatchRules
{
    [Theory]
    [InlineData("", "", "", null, "")]
    [InlineData("0", "", "", null, "")]
    [InlineData("5", "Exact", "", null, "")]
    [InlineData("0", "NotOlderThan", "", null, "")]
    [InlineData("", "Exact", "", null, "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided")]
    [InlineData("0", "Exact", "", null, "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")]
    [InlineData("5", "Exact", "token", null, "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided")]
    [InlineData("5", "Newest", "", null, "resourceVersionMatch: Unsupported value: \"Newest\": supported values: \"Exact\", \"NotOlderThan\", \"\"")]
    [InlineData("", "", "", true, "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list")]
    [InlineData("", "", "", false, "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list")]
    public void Of_a_list(string version, string match, string token, bool? initial, string expected) => Assert.Equal(
        expected,
        Refusal(() => ListRules.Check(new ListOptions { ResourceVersion = version, ResourceVersionMatch = match, Continue = token, SendInitialEvents = initial })));

    [Theory]
    [InlineData("", "", null, "")]
    [InlineData("NotOlderThan", "", true, "")]
    [InlineData("NotOlderThan", "", false, "")]
    [InlineData("", "", true, "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")]
    [InlineData("NotOlderThan", "", null, "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")]
    [InlineData("NotOlderThan", "token", true, "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided")]
    [InlineData(
        "Exact",
        "",
        true,
        "[resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]")]
    public void Of_a_watch(string match, string token, bool? initial, string expected) => Assert.Equal(
        expected,
        Refusal(() => ListRules.Check(new WatchOptions { ResourceVersionMatch = match, Continue = token, SendInitialEvents = initial })));

    [Theory]
    [InlineData("eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MCwic3RhcnQiOiJhXHUwMDAwIn0")]
    [InlineData("e30")]
    [InlineData("bm9uc2Vuc2U")]
    [InlineData("***")]
    public void A_token_that_is_none_is_refused(string token)
    {
        var refused = Assert.Throws<ApiException>(() => ContinueToken.Parse(token));
        Assert.Equal(400, refused.Code);
        Assert.StartsWith("invalid continue token: continue key is not valid: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "ns/name", "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6Nywic3RhcnQiOiJucy9uYW1lXHUwMDAwIn0")]
    [InlineData(-1, "name", "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoibmFtZVx1MDAwMCJ9")]
    public void A_token_has_the_form_that_tools_know(long revision, string after, string expected)
    {
        var token = new ContinueToken(revision, after);
        Assert.Equal(expected, token.ToString());
        Assert.Equal(token, ContinueToken.Parse(expected));
    }

    private static string Refusal(Action check)
    {
        try
        {
            check();
            return "";
        }
        catch (ApiException e)
        {
            Assert.Equal((422, "Invalid"), (e.Code, e.Reason));
            const string head = "ListOptions.meta.k8s.io \"\" is invalid: ";
            Assert.StartsWith(head, e.Message, StringComparison.Ordinal);
            return e.Message[head.Length..];
        }
    }
}
