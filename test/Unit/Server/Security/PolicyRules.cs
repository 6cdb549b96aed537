using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Server.Security;
using Slipway.Server.Security.Rbac;

namespace Slipway.Unit.Server.Security;

/// <summary>What a rule allows, and what rules cover other rules.</summary>
public sealed class PolicyRules
{
    [Theory]
    [InlineData("get", "", "pods", "", "", true)]
    [InlineData("list", "", "pods", "", "", false)]
    [InlineData("get", "apps", "pods", "", "", false)]
    [InlineData("get", "", "secrets", "", "", false)]
    [InlineData("get", "", "pods", "log", "", false)]
    [InlineData("get", "", "pods", "status", "", true)]
    [InlineData("get", "", "anything", "scale", "", true)]
    [InlineData("get", "", "anything", "", "", false)]
    public void Resources_are_matched_with_their_subresources(string verb, string group, string resource, string subresource, string name, bool allowed) =>
        Assert.Equal(allowed, Rule("""{"verbs":["get"],"apiGroups":[""],"resources":["pods","pods/status","*/scale"]}""").Allows(
            new AccessRequest { Verb = verb, Group = group, Resource = resource, Subresource = subresource, Name = name }));

    [Theory]
    [InlineData("a", true)]
    [InlineData("b", false)]
    [InlineData("", false)]
    public void Named_objects_alone_are_meant_where_names_are_given(string name, bool allowed) =>
        Assert.Equal(allowed, Rule("""{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"resourceNames":["a"]}""").Allows(
            new AccessRequest { Verb = "get", Resource = "pods", Name = name }));

    [Theory]
    [InlineData("/healthz", true)]
    [InlineData("/healthz/ping", false)]
    [InlineData("/apis", false)]
    [InlineData("/apis/", true)]
    [InlineData("/apis/apps/v1", true)]
    public void Pages_are_matched_whole_or_by_their_beginning(string path, bool allowed) =>
        Assert.Equal(allowed, Rule("""{"verbs":["get"],"nonResourceURLs":["/healthz","/apis/*"]}""").Allows(
            new AccessRequest { Verb = "get", IsResource = false, Path = path }));

    [Fact]
    public void A_rule_for_all_resources_is_none_for_pages() =>
        Assert.False(Rule("""{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}""").Allows(new AccessRequest { Verb = "get", IsResource = false, Path = "/x" }));

    [Theory]
    [InlineData("""{"verbs":["get","list"],"apiGroups":[""],"resources":["pods"]}""", """{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""", "")]
    [InlineData("""{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""", """{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["pods"]}""", """{APIGroups:[""], Resources:["pods"], Verbs:["list" "watch"]}""")]
    [InlineData("""{"verbs":["get"],"apiGroups":[""],"resources":["pods"],"resourceNames":["a"]}""", """{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""", """{APIGroups:[""], Resources:["pods"], Verbs:["get"]}""")]
    [InlineData("""{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""", """{"verbs":["get"],"apiGroups":[""],"resources":["pods"],"resourceNames":["a"]}""", "")]
    [InlineData("""{"verbs":["*"],"apiGroups":["*"],"resources":["*/scale"]}""", """{"verbs":["get"],"apiGroups":["apps"],"resources":["deployments/scale"]}""", "")]
    [InlineData("""{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""", """{"verbs":["*"],"apiGroups":[""],"resources":["pods"]}""", """{APIGroups:[""], Resources:["pods"], Verbs:["*"]}""")]
    [InlineData("""{"verbs":["get"],"nonResourceURLs":["/apis/*"]}""", """{"verbs":["get"],"nonResourceURLs":["/apis/apps","/metrics"]}""", """{NonResourceURLs:["/metrics"], Verbs:["get"]}""")]
    public void What_is_missing_is_told(string owned, string wanted, string missing) =>
        Assert.Equal(missing, string.Join('\n', RuleCover.Missing([Rule(owned)], [Rule(wanted)])));

    [Fact]
    public void Whoever_has_all_of_a_rule_may_all_that_it_allows() => Gen.Select(Rules.List[1, 4], Rules, Requests).Sample(
        (owned, wanted, request) => !wanted.Allows(request) || RuleCover.Missing(owned, [wanted]).Count > 0 || owned.Exists(o => o.Allows(request)));

    [Fact]
    public void Every_rule_covers_itself() => Rules.Sample(rule => RuleCover.Missing([rule], [rule]).Count == 0);

    [Fact]
    public void The_default_roles_can_be_read()
    {
        Assert.Equal(["admin", "cluster-admin", "edit", "view"], DefaultRoles.Roles.Where(r => r.Namespace.Length == 0 && !r.Name.Contains(':', StringComparison.Ordinal)).Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.All(DefaultRoles.Roles, r => Assert.NotEmpty(r.Rules));
        Assert.All(DefaultRoles.Roles.SelectMany(r => r.Rules), r => Assert.NotEmpty(r.Verbs));
        Assert.All(DefaultRoles.Bindings, b => Assert.NotNull(DefaultRoles.Book.Rules(b.RoleKind, b.RoleName, b.Namespace)));
        var edit = DefaultRoles.Book.Rules("ClusterRole", "edit", "")!;
        Assert.Empty(RuleCover.Missing(edit, DefaultRoles.Book.Rules("ClusterRole", "view", "")!));
        Assert.NotEmpty(RuleCover.Missing(edit, DefaultRoles.Book.Rules("ClusterRole", "admin", "")!));
    }

    private static PolicyRule Rule(string json) => PolicyRule.Of(new JsonObject { ["rules"] = new JsonArray(JsonNode.Parse(json)) })[0];

    private static Gen<List<string>> Words(params string[] words) => Gen.OneOfConst(words).List[1, 2];

    private static Gen<PolicyRule> Rules { get; } = Gen.Select(
        Words("get", "list", "*"), Words("", "apps", "*"), Words("pods", "pods/scale", "*/scale", "*"), Gen.OneOfConst("a", "b").List[0, 2],
        (verbs, groups, resources, names) => new PolicyRule { Verbs = verbs, ApiGroups = groups, Resources = resources, ResourceNames = names });

    private static Gen<AccessRequest> Requests { get; } = Gen.Select(
        Gen.OneOfConst("get", "list"), Gen.OneOfConst("", "apps"), Gen.OneOfConst("", "scale"), Gen.OneOfConst("", "a", "b"),
        (verb, group, subresource, name) => new AccessRequest { Verb = verb, Group = group, Resource = "pods", Subresource = subresource, Name = name });
}
