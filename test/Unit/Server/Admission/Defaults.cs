using Slipway.Machinery.Objects;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission;

/// <summary>What is filled into objects of built-in kinds, as clients that read them back rely on.</summary>
public sealed class Defaults
{
    public static TheoryData<string, string, string> Filled => new()
    {
        {
            "v1 Service services",
            """{"spec":{"ports":[{"port":80}]}}""",
            """{"ports":[{"port":80,"protocol":"TCP","targetPort":80}],"sessionAffinity":"None","type":"ClusterIP","internalTrafficPolicy":"Cluster"}"""
        },
        {
            "batch/v1 CronJob cronjobs",
            """{"spec":{"schedule":"* * * * *","suspend":true,"jobTemplate":{"spec":{"template":{"spec":{"containers":[]}}}}}}""",
            """
            {"schedule":"* * * * *","suspend":true,"jobTemplate":{"spec":{"template":{"spec":{"containers":[],"dnsPolicy":"ClusterFirst","restartPolicy":"Always",
             "terminationGracePeriodSeconds":30,"schedulerName":"default-scheduler","securityContext":{}}},
             "backoffLimit":6,"parallelism":1,"suspend":false,"completionMode":"NonIndexed","podReplacementPolicy":"TerminatingOrFailed"}},
             "concurrencyPolicy":"Allow","successfulJobsHistoryLimit":3,"failedJobsHistoryLimit":1}
            """
        },
        {
            "networking.k8s.io/v1 NetworkPolicy networkpolicies",
            """{"spec":{"podSelector":{},"egress":[{"ports":[{"port":53}]}]}}""",
            """{"podSelector":{},"egress":[{"ports":[{"port":53,"protocol":"TCP"}]}],"policyTypes":["Ingress","Egress"]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task Fields_without_value_get_one(string type, string body, string spec)
    {
        var parts = type.Split(' ');
        var group = parts[0].Split('/') is [var g, _] ? g : "";
        await using var server = await StartAsync();
        var made = await server.CreateAsync(new ResourceType(group, "v1", parts[1], parts[2]), body.Insert(1, "\"metadata\":{\"name\":\"x\"},"));
        Assert.True(
            Slipway.Machinery.Json.JsonEquality.AreEqual(System.Text.Json.Nodes.JsonNode.Parse(spec), made.At("spec")), made.At("spec")!.ToJsonString());
    }

    [Theory]
    [InlineData("nginx", "Always")]
    [InlineData("nginx:latest", "Always")]
    [InlineData("registry:5000/nginx", "Always")]
    [InlineData("registry:5000/nginx:1", "IfNotPresent")]
    [InlineData("nginx@sha256:aa", "IfNotPresent")]
    public async Task An_image_that_may_change_is_always_pulled(string image, string policy)
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(
            new ResourceType("apps", "v1", "Deployment", "deployments"),
            $$$$$"""{"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"{{{{{image}}}}}"}]}}}}""");
        Assert.Equal(policy, (string?)made.At("spec", "template", "spec", "containers")![0]!["imagePullPolicy"]);
        Assert.Equal("""{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}}""", made.At("spec", "strategy")!.ToJsonString());
    }
}
