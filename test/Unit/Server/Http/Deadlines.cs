using Microsoft.AspNetCore.Http;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Requests;

namespace Slipway.Unit.Server.Http;

/// <summary>How long a request may be worked on.</summary>
public sealed class Deadlines
{
    [Theory]
    [InlineData("", 60_000)]
    [InlineData("10s", 10_000)]
    [InlineData("1m30s", 60_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1500)]
    [InlineData("0s", 60_000)]
    [InlineData("0", 60_000)]
    [InlineData("99999999999999999h", 60_000)]
    public void A_client_may_ask_for_less_than_there_is(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RequestDeadline.Of(Query(text)));

    [Theory]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1.2.3s")]
    [InlineData("1s2")]
    [InlineData("1 s")]
    public void What_is_no_duration_is_refused(string text)
    {
        var refused = Assert.Throws<ApiException>(() => RequestDeadline.Of(Query(text)));
        Assert.Equal(((int?)400, "invalid timeout specified in the request URL"), (refused.Status.Code, refused.Status.Message));
    }

    private static QueryCollection Query(string timeout) => new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["timeout"] = timeout });
}
