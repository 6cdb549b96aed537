using System.Text.Json.Nodes;
using Slipway.Server;
using Slipway.Server.Security;
using Slipway.Server.Security.Audit;
using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>What is written down of requests.</summary>
public sealed class Audits : IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-audit-");

    private string File => Path.Combine(_folder.FullName, "audit.log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_write_is_told_with_who_what_and_when()
    {
        await using (var server = await StartAsync(AuditPolicy.Usual))
        {
            await PostAsync(server.As("jane", "dev"), ConfigMaps, """{"metadata":{"name":"a"},"data":{"k":"v"}}""", ("Audit-ID", "one"));
            await PostAsync(server.Admin, ConfigMaps, """{"metadata":{"generateName":"a-"},"data":{"k":"v"}}""", ("Audit-ID", "two"));
        }

        var refused = Lines("one").Single();
        Assert.Equal(("Event", "audit.k8s.io/v1", "Request", "ResponseComplete"), ((string?)refused["kind"], (string?)refused["apiVersion"], (string?)refused["level"], (string?)refused["stage"]));
        Assert.Equal((ConfigMaps, "create"), ((string?)refused["requestURI"], (string?)refused["verb"]));
        Assert.Equal("""{"username":"jane","groups":["dev","system:authenticated"]}""", refused["user"]!.ToJsonString());
        Assert.Equal((403, "Forbidden"), ((int)refused["responseStatus"]!["code"]!, (string?)refused["responseStatus"]!["reason"]));
        Assert.Equal("forbid", (string?)refused["annotations"]!["authorization.k8s.io/decision"]);
        Assert.Equal("127.0.0.1", (string?)refused["sourceIPs"]![0]);
        var made = Lines("two").Single();
        Assert.Equal(201, (int)made["responseStatus"]!["code"]!);
        Assert.Equal("v", (string?)made["requestObject"]!["data"]!["k"]);
        Assert.StartsWith("a-", (string?)made["objectRef"]!["name"], StringComparison.Ordinal);
        Assert.Null(made["responseObject"]);
    }

    [Fact]
    public async Task What_an_admission_policy_notes_is_told()
    {
        await using (var server = await StartAsync(AuditPolicy.Usual))
        {
            const string policies = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";
            await server.MakeAsync(policies, """
                {"metadata":{"name":"noter"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]},
                 "auditAnnotations":[{"key":"name","valueExpression":"'made ' + object.metadata.name"}]}}
                """);
            await server.MakeAsync(policies[..^3] + "ybindings", """{"metadata":{"name":"noter"},"spec":{"policyName":"noter","validationActions":["Deny"]}}""");
            await PostAsync(server.Admin, ConfigMaps, """{"metadata":{"name":"a"}}""", ("Audit-ID", "noted"));
        }

        Assert.Equal("made a", (string?)Lines("noted").Single()["annotations"]!["noter/name"]);
    }

    [Fact]
    public async Task Secrets_and_tokens_are_never_in_it()
    {
        var tokens = Slipway.Server.Security.Tokens.StaticToken.Parse("hush-token,root,1,system:masters");
        await using (var server = await StartAsync(AuditPolicy.Usual, o => o with { Access = o.Access with { StaticTokens = tokens } }))
        {
            await server.MakeAsync("/api/v1/namespaces/default/secrets", """{"metadata":{"name":"s"},"stringData":{"k":"hush"}}""");
            await PostAsync(server.WithToken("hush-token"), "/api/v1/namespaces/default/serviceaccounts/default/token", "{}");
            await PostAsync(server.Admin, "/apis/authentication.k8s.io/v1/tokenreviews", """{"spec":{"token":"hush-token"}}""");
            await GetAsync(server.WithToken("hush-other"), "/api/v1/nodes");
        }

        var text = System.IO.File.ReadAllText(File);
        Assert.Equal(4, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVzaA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_users_are_told_where_one_speaks_for_another()
    {
        await using (var server = await StartAsync(AuditPolicy.Usual))
        {
            await GetAsync(server.Admin, "/api/v1/nodes", ("Impersonate-User", "bob"), ("Audit-ID", "one"));
        }

        var line = Lines("one").Single();
        Assert.Equal(("kubernetes-admin", "bob"), ((string?)line["user"]!["username"], (string?)line["impersonatedUser"]!["username"]));
    }

    [Fact]
    public async Task Who_may_not_speak_for_another_is_told_all_the_same()
    {
        await using (var server = await StartAsync(AuditPolicy.Usual))
        {
            await GetAsync(server.As("jane"), "/api/v1/nodes", ("Impersonate-User", "bob"), ("Audit-ID", "one"));
        }

        var line = Lines("one").Single();
        Assert.Equal(("jane", null, 403), ((string?)line["user"]!["username"], (string?)line["impersonatedUser"]?["username"], (int)line["responseStatus"]!["code"]!));
    }

    [Fact]
    public async Task Who_is_not_known_is_told_as_nobody()
    {
        await using (var server = await StartAsync(AuditPolicy.Usual))
        {
            await GetAsync(server.WithToken("guess"), "/api/v1/nodes", ("Audit-ID", "one"));
        }

        Assert.Equal(("{}", 401), (Lines("one").Single()["user"]!.ToJsonString(), (int)Lines("one").Single()["responseStatus"]!["code"]!));
    }

    [Fact]
    public async Task Answers_and_stages_are_told_where_that_is_wished()
    {
        const string policy = """
            {"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":"RequestResponse","resources":[{"group":"","resources":["configmaps"]}]}]}
            """;
        await using (var server = await StartAsync(policy))
        {
            await server.MakeAsync(ConfigMaps, """{"metadata":{"name":"a"},"data":{"k":"v"}}""");
            await GetAsync(server.Admin, ConfigMaps + "?limit=500", ("Audit-ID", "list"));
            using var watch = new HttpRequestMessage(HttpMethod.Get, ConfigMaps + "?watch=true") { Headers = { { "Audit-ID", "watch" } } };
            using var stream = await server.Admin.SendAsync(watch, HttpCompletionOption.ResponseHeadersRead, Stop);
            await GetAsync(server.Admin, "/api/v1/nodes", ("Audit-ID", "other"));
        }

        Assert.Equal(["RequestReceived", "ResponseComplete"], Lines("list").Select(l => (string?)l["stage"]));
        Assert.Contains(Lines("list")[1]["responseObject"]!["items"]!.AsArray(), i => (string?)i!["metadata"]!["name"] == "a");
        Assert.Equal(["RequestReceived", "ResponseStarted", "ResponseComplete"], Lines("watch").Select(l => (string?)l["stage"]));
        Assert.Empty(Lines("other"));
    }

    [Theory]
    [InlineData("""{"level":"Metadata","users":["jane"]}""", true)]
    [InlineData("""{"level":"Metadata","users":["bob"]}""", false)]
    [InlineData("""{"level":"Metadata","userGroups":["dev"]}""", true)]
    [InlineData("""{"level":"Metadata","verbs":["get"]}""", false)]
    [InlineData("""{"level":"Metadata","namespaces":["default"]}""", true)]
    [InlineData("""{"level":"Metadata","namespaces":[""]}""", false)]
    [InlineData("""{"level":"Metadata","resources":[{"group":"","resources":["pods"]}]}""", false)]
    [InlineData("""{"level":"Metadata","resources":[{"group":"","resources":["pods/*"]}]}""", true)]
    [InlineData("""{"level":"Metadata","resources":[{"group":"","resources":["*/status"],"resourceNames":["p"]}]}""", true)]
    [InlineData("""{"level":"Metadata","resources":[{"group":""}]}""", true)]
    [InlineData("""{"level":"Metadata","resources":[{"group":"apps"}]}""", false)]
    [InlineData("""{"level":"Metadata","nonResourceURLs":["*"]}""", false)]
    public void A_rule_is_for_what_it_names(string rule, bool fits)
    {
        var policy = AuditPolicy.Parse($$"""{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{{rule}}]}""");
        var request = new AccessRequest { Verb = "update", Resource = "pods", Subresource = "status", Name = "p", Namespace = "default" };
        Assert.Equal(fits ? AuditLevel.Metadata : AuditLevel.None, policy.Choose(new Caller("jane", ["dev"]), request).Level);
    }

    [Theory]
    [InlineData("{}", "kind Policy")]
    [InlineData("""{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":"All"}]}""", "the level \"All\"")]
    [InlineData("""{"apiVersion":"audit.k8s.io/v1","kind":"Policy"}""", "no rules")]
    public void A_policy_that_is_none_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => AuditPolicy.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_full_file_is_put_aside_and_the_oldest_goes()
    {
        using (var file = new RotatingFile(File, largest: 10, kept: 2))
        {
            foreach (var line in (string[])["aaaaaaa\n", "bbbbbbb\n", "ccccccc\n", "ddddddd\n"])
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(line));
            }
        }

        Assert.Equal("ddddddd\n", System.IO.File.ReadAllText(File));
        Assert.Equal("ccccccc\n", System.IO.File.ReadAllText(File + ".1"));
        Assert.Equal("bbbbbbb\n", System.IO.File.ReadAllText(File + ".2"));
        Assert.False(System.IO.File.Exists(File + ".3"));
    }

    private Task<SecureServer> StartAsync(string policy, Func<EmbeddedServerOptions, EmbeddedServerOptions>? change = null) =>
        SecureServer.StartAsync(o => (change?.Invoke(o) ?? o) with { Audit = new AuditOptions(File) { Policy = policy } });

    private List<JsonNode> Lines(string auditId) =>
        [.. System.IO.File.ReadAllLines(File).Select(l => JsonNode.Parse(l)!).Where(l => (string?)l["auditID"] == auditId)];
}
