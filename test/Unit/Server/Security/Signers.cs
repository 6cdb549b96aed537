using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Requests for certificates: who asks, who approves, who signs.</summary>
public sealed class Signers
{
    private const string Requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
    private const string MayAsk = """{"apiGroups":["certificates.k8s.io"],"resources":["certificatesigningrequests","certificatesigningrequests/approval","certificatesigningrequests/status"],"verbs":["create","update","patch","get"]}""";
    private const string Approved = """{"status":{"conditions":[{"type":"Approved","status":"True","reason":"Ok"}]}}""";
    private const string Signed = """{"status":{"certificate":"AAAA"}}""";

    [Fact]
    public async Task Who_asks_is_what_the_server_knows_and_stays()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayAsk}]");
        var jane = server.As("jane", "dev");
        var (code, made) = await PostAsync(jane, Requests, Request());
        Assert.True(code == 201, made.ToJsonString());
        Assert.Equal(("jane", """["dev","system:authenticated"]"""), ((string?)made["spec"]!["username"], made["spec"]!["groups"]!.ToJsonString()));
        var (_, changed) = await AskAsync(jane, HttpMethod.Patch, Requests + "/r", """{"metadata":{"labels":{"a":"b"}},"spec":{"username":"admin"}}""");
        Assert.Equal(("jane", "b"), ((string?)changed["spec"]!["username"], (string?)changed["metadata"]!["labels"]!["a"]));
    }

    [Theory]
    [InlineData("", 403, 403)]
    [InlineData(""",{"apiGroups":["certificates.k8s.io"],"resources":["signers"],"verbs":["approve"],"resourceNames":["demo.io/one"]}""", 200, 403)]
    [InlineData(""",{"apiGroups":["certificates.k8s.io"],"resources":["signers"],"verbs":["approve","sign"],"resourceNames":["demo.io/*"]}""", 200, 200)]
    [InlineData(""",{"apiGroups":["certificates.k8s.io"],"resources":["signers"],"verbs":["approve","sign"],"resourceNames":["demo.io/two"]}""", 403, 403)]
    public async Task Who_approves_and_signs_must_be_let_by_the_signer(string more, int approves, int signs)
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayAsk}{more}]");
        await server.MakeAsync(Requests, Request());
        var jane = server.As("jane");
        var approval = await AskAsync(jane, HttpMethod.Patch, Requests + "/r/approval", Approved);
        Assert.Equal(approves, approval.Code);
        Assert.Equal(signs, (await AskAsync(jane, HttpMethod.Patch, Requests + "/r/status", Signed)).Code);
        if (approves == 403)
        {
            Assert.Equal("certificatesigningrequests.certificates.k8s.io \"r\" is forbidden: user not permitted to approve requests with signerName \"demo.io/one\"", Message(approval));
        }
    }

    private static string Request() =>
        """{"metadata":{"name":"r"},"spec":{"signerName":"demo.io/one","request":"AAAA","usages":["client auth"],"username":"root","groups":["system:masters"]}}""";
}
