namespace Slipway.Conformance.Kinds;

/// <summary>Kinds that every server serves, and admission.</summary>
public sealed class BuiltIn : Section<BuiltIn>
{
    [Row("K1")]
    public async Task Rules_of_Secrets_and_ConfigMaps()
    {
        var space = await SpaceAsync();
        var secrets = $"/api/v1/namespaces/{space}/secrets";
        var made = (await PostAsync(secrets, """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"x":"MQ=="},"stringData":{"y":"2"}}""")).Is(201);
        Assert.Equal(("Opaque", "MQ==", "Mg==", ""), (made.Of("type"), made.Of("data.x"), made.Of("data.y"), made.Of("stringData")));
        (await PatchAsync($"{secrets}/a", MergePatch, """{"type":"other"}""")).Refused(422, "Invalid", "type: Invalid value: \"other\": field is immutable");
        (await PatchAsync($"{secrets}/a", MergePatch, """{"immutable":true}""")).Is(200);
        (await PatchAsync($"{secrets}/a", MergePatch, """{"data":{"x":"Mg=="}}""")).Refused(422, "Invalid", "field is immutable when `immutable` is set");
        (await PostAsync(secrets, """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"b"},"data":{"x":"not base64!"}}""")).Is(400);
        (await PostAsync(secrets, """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"b"},"type":"kubernetes.io/tls"}""")).Refused(422, "Invalid", "data[tls.crt]: Required value");
        (await PostAsync(ConfigMaps(space), ConfigMap("c", """{"a b":"x"}"""))).Refused(422, "Invalid", "data[a b]: Invalid value");
    }

    [Row("K1")]
    public async Task The_other_kinds_that_clients_need()
    {
        var space = await SpaceAsync();
        foreach (var (path, json) in new[]
        {
            ("/api/v1/namespaces/{0}/serviceaccounts", """{"metadata":{"name":"x"}}"""),
            ("/api/v1/namespaces/{0}/events", """{"metadata":{"name":"x"},"involvedObject":{"namespace":"{0}","kind":"Pod","name":"p"}}"""),
            ("/apis/coordination.k8s.io/v1/namespaces/{0}/leases", """{"metadata":{"name":"x"},"spec":{"holderIdentity":"me","leaseDurationSeconds":15}}"""),
            ("/apis/rbac.authorization.k8s.io/v1/namespaces/{0}/roles", """{"metadata":{"name":"x"},"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}"""),
            ("/apis/rbac.authorization.k8s.io/v1/namespaces/{0}/rolebindings", """{"metadata":{"name":"x"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"x"},"subjects":[{"kind":"User","name":"u","apiGroup":"rbac.authorization.k8s.io"}]}"""),
        })
        {
            var full = path.Replace("{0}", space, StringComparison.Ordinal);
            (await PostAsync(full, json.Replace("{0}", space, StringComparison.Ordinal))).Is(201);
            Assert.Contains("x", (await GetAsync(full)).Is(200).Names);
        }
    }

    [Row("K1")]
    public async Task Kinds_still_to_come()
    {
        foreach (var path in new[]
        {
            "/apis/events.k8s.io/v1/events", "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
            "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", "/apis/apiregistration.k8s.io/v1/apiservices",
        })
        {
            (await GetAsync(path)).Is(200);
        }

        Assert.Contains("subjectaccessreviews", (await GetAsync("/apis/authorization.k8s.io/v1")).Is(200).Text, StringComparison.Ordinal);
    }

    [Row("K2")]
    public async Task Kinds_of_workload_clusters()
    {
        foreach (var path in new[]
        {
            "/api/v1/nodes", "/api/v1/pods", "/api/v1/services", "/api/v1/endpoints", "/api/v1/persistentvolumes", "/api/v1/persistentvolumeclaims",
            "/apis/apps/v1/deployments", "/apis/apps/v1/replicasets", "/apis/apps/v1/daemonsets", "/apis/apps/v1/statefulsets",
            "/apis/policy/v1/poddisruptionbudgets", "/apis/storage.k8s.io/v1/storageclasses", "/apis/certificates.k8s.io/v1/certificatesigningrequests",
        })
        {
            (await GetAsync(path)).Is(200);
        }
    }

    [Row("K2")]
    public async Task Kinds_of_manifests()
    {
        foreach (var path in new[]
        {
            "/apis/batch/v1/jobs", "/apis/batch/v1/cronjobs", "/apis/networking.k8s.io/v1/ingresses", "/apis/networking.k8s.io/v1/networkpolicies", "/apis/discovery.k8s.io/v1/endpointslices",
            "/apis/autoscaling/v2/horizontalpodautoscalers", "/apis/scheduling.k8s.io/v1/priorityclasses", "/api/v1/resourcequotas", "/api/v1/limitranges", "/apis/node.k8s.io/v1/runtimeclasses",
        })
        {
            (await GetAsync(path)).Is(200);
        }
    }

    [Row("A1")]
    public async Task Mutation_comes_before_checks()
    {
        var space = await SpaceAsync();
        var pod = (await PostAsync($"/api/v1/namespaces/{space}/pods", """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}]}}""")).Is(201);
        Assert.Equal(("Always", "default-scheduler"), (pod.Of("spec.restartPolicy"), pod.Of("spec.schedulerName")));
        (await PostAsync($"/api/v1/namespaces/{space}/pods", """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"q"},"spec":{"containers":[]}}""")).Refused(422, "Invalid", "spec.containers: Required value");
    }

    [Row("A2")]
    public async Task A_webhook_that_cannot_be_reached_and_must_be()
    {
        var space = await SpaceAsync();
        const string path = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
        (await PostAsync(path, $$$"""
            {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingWebhookConfiguration","metadata":{"name":"{{{space}}}"},
             "webhooks":[{"name":"a.example.io","admissionReviewVersions":["v1"],"sideEffects":"None","timeoutSeconds":1,"failurePolicy":"Fail",
              "clientConfig":{"url":"https://127.0.0.1:1/"},"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"{{{space}}}"}},
              "rules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]}]}
            """)).Is(201);
        var refused = await UntilAsync(() => PostAsync(ConfigMaps(space) + "?dryRun=All", ConfigMap("a")), a => a.Code != 201);
        Assert.Contains("failed calling webhook \"a.example.io\"", refused.Message, StringComparison.Ordinal);
        (await DeleteAsync($"{path}/{space}")).Is(200);
        await UntilAsync(() => PostAsync(ConfigMaps(space) + "?dryRun=All", ConfigMap("a")), a => a.Code == 201);
    }

    [Row("A3")]
    public async Task Webhook_configurations_go_past_webhooks()
    {
        const string path = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
        (await PostAsync(path, """
            {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingWebhookConfiguration","metadata":{"name":"all-configurations"},
             "webhooks":[{"name":"a.example.io","admissionReviewVersions":["v1"],"sideEffects":"None","timeoutSeconds":1,"failurePolicy":"Fail","clientConfig":{"url":"https://127.0.0.1:1/"},
              "rules":[{"apiGroups":["admissionregistration.k8s.io"],"apiVersions":["*"],"operations":["*"],"resources":["*"]}]}]}
            """)).Is(201);
        (await DeleteAsync($"{path}/all-configurations")).Is(200);
    }

    [Row("A5")]
    public async Task Policies() => (await GetAsync("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies")).Is(200);
}
