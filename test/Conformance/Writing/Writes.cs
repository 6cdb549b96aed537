namespace Slipway.Conformance.Writing;

/// <summary>Creating and updating.</summary>
public sealed class Writes : Section<Writes>
{
    [Row("C1")]
    public async Task What_the_server_sets_itself()
    {
        var space = await SpaceAsync();
        var made = (await PostAsync(Widgets(space), Widget("a", metadata: """ "uid":"mine","generation":7,"creationTimestamp":"2001-01-01T00:00:00Z","deletionTimestamp":"2001-01-01T00:00:00Z","selfLink":"/x" """))).Is(201);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", made.Of("metadata.uid"));
        Assert.Matches("^20[0-9]{2}-[0-9-]+T[0-9:]{8}Z$", made.Of("metadata.creationTimestamp"));
        Assert.DoesNotContain("2001", made.Of("metadata.creationTimestamp"), StringComparison.Ordinal);
        Assert.Equal(("1", "", ""), (made.Of("metadata.generation"), made.Of("metadata.deletionTimestamp"), made.Of("metadata.selfLink")));
        (await PostAsync(Widgets(space), Widget("a"))).Refused(409, "AlreadyExists", "widgets.demo.example.io \"a\" already exists");
        (await PostAsync(Widgets(space), Widget("b", metadata: """ "resourceVersion":"5" """))).Is(400, 422, 500).Refused(400, "BadRequest", "resourceVersion should not be set on objects to be created");
    }

    [Row("C2")]
    public async Task Generated_names()
    {
        var space = await SpaceAsync();
        var made = (await PostAsync(ConfigMaps(space), """{"metadata":{"generateName":"my-"}}""")).Is(201);
        Assert.Matches("^my-[bcdfghjklmnpqrstvwxz2456789]{5}$", made.Of("metadata.name"));
        var longest = (await PostAsync(ConfigMaps(space), $$$"""{"metadata":{"generateName":"{{{new string('a', 100)}}}"}}""")).Is(201);
        Assert.Equal(63, longest.Of("metadata.name").Length);
        (await PostAsync(ConfigMaps(space), """{"metadata":{}}""")).Refused(422, "Invalid", "name or generateName is required");
    }

    [Row("C3")]
    public async Task The_body_fits_the_path()
    {
        var space = await SpaceAsync();
        (await PostAsync(ConfigMaps(space), """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}}""")).Is(400);
        (await PostAsync(ConfigMaps(space), """{"apiVersion":"v2","kind":"ConfigMap","metadata":{"name":"a"}}""")).Is(400);
        (await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: """ "namespace":"other" """))).Refused(400, "BadRequest", "the namespace of the provided object", "does not match the namespace sent on the request");
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        (await PutAsync(ConfigMaps(space) + "/a", ConfigMap("b"))).Refused(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
    }

    [Row("C4")]
    public async Task Updates_and_versions()
    {
        var space = await SpaceAsync();
        var first = await PostAsync(ConfigMaps(space), ConfigMap("a"));
        await PatchAsync(ConfigMaps(space) + "/a", MergePatch, """{"data":{"x":"1"}}""");
        (await PutAsync(ConfigMaps(space) + "/a", ConfigMap("a", metadata: $$""" "resourceVersion":"{{first.Version}}" """)))
            .Refused(409, "Conflict", "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your changes to the latest version and try again");
        (await PutAsync(ConfigMaps(space) + "/a", ConfigMap("a", """{"y":"2"}"""))).Is(200);
        (await PutAsync(ConfigMaps(space) + "/a", ConfigMap("a", metadata: """ "uid":"other" """))).Is(409);
        (await PutAsync(ConfigMaps(space) + "/none", ConfigMap("none"))).Refused(404, "NotFound");
        await PostAsync(Widgets(space), Widget("w"));
        (await PutAsync(Widgets(space) + "/w", Widget("w"))).Refused(422, "Invalid", "metadata.resourceVersion: Invalid value: 0: must be specified for an update");
        var lease = $"/apis/coordination.k8s.io/v1/namespaces/{space}/leases/l";
        (await PutAsync(lease, """{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"l"},"spec":{}}""")).Is(201);
    }

    [Row("C5")]
    public async Task A_write_that_changes_nothing()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(Widgets(space), Widget("a", """{"note":"x"}"""));
        foreach (var again in new[]
        {
            await PutAsync(Widgets(space) + "/a", made.Text),
            await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"note":"x"}}"""),
            await PatchAsync(Widgets(space) + "/a", JsonPatch, """[{"op":"replace","path":"/spec/note","value":"x"}]"""),
        })
        {
            Assert.Equal(made.Version, again.Is(200).Version);
        }

        Assert.Equal(made.Version, (await GetAsync(Widgets(space) + "/a")).Version);
    }

    [Row("C6")]
    public async Task The_generation_counts_what_is_wanted()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", metadata: """ "finalizers":["example.io/x"] """));
        async Task<string> AfterAsync(string path, string patch) => (await PatchAsync(Widgets(space) + path, MergePatch, patch)).Is(200).Of("metadata.generation");
        Assert.Equal("1", await AfterAsync("/a", """{"metadata":{"labels":{"x":"1"}}}"""));
        Assert.Equal("2", await AfterAsync("/a", """{"spec":{"note":"y"}}"""));
        Assert.Equal("2", await AfterAsync("/a/status", """{"status":{"phase":"Up"}}"""));
        Assert.Equal("3", (await DeleteAsync(Widgets(space) + "/a")).Is(200).Of("metadata.generation"));
        await AfterAsync("/a", """{"metadata":{"finalizers":null}}""");
    }

    [Row("C7")]
    public async Task Preconditions_of_a_deletion()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(ConfigMaps(space), ConfigMap("a"));
        (await DeleteAsync(ConfigMaps(space) + "/a", """{"preconditions":{"uid":"other"}}""")).Refused(409, "Conflict", "Precondition failed: UID in precondition: other, UID in object meta: ");
        (await DeleteAsync(ConfigMaps(space) + "/a", """{"preconditions":{"resourceVersion":"1"}}""")).Refused(409, "Conflict", "Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta: ");
        (await DeleteAsync(ConfigMaps(space) + "/a", $$$"""{"preconditions":{"uid":"{{{made.Of("metadata.uid")}}}","resourceVersion":"{{{made.Version}}}"}}""")).Is(200);
    }

    [Row("C8")]
    public async Task A_dry_run_leaves_no_trace()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(Widgets(space), Widget("a"));
        (await PostAsync(Widgets(space) + "?dryRun=All", Widget("b"))).Is(201);
        Assert.Equal("x", (await PatchAsync(Widgets(space) + "/a?dryRun=All", MergePatch, """{"spec":{"note":"x"}}""")).Is(200).Of("spec.note"));
        (await PutAsync(Widgets(space) + "/a?dryRun=All", made.Text.Replace("\"replicas\":1", "\"replicas\":2", StringComparison.Ordinal))).Is(200);
        (await DeleteAsync(Widgets(space) + "/a?dryRun=All")).Is(200);
        (await DeleteAsync(Widgets(space) + "?dryRun=All")).Is(200);
        (await PostAsync(Widgets(space) + "?dryRun=All", Widget("a"))).Refused(409, "AlreadyExists");
        (await PostAsync(Widgets(space) + "?dryRun=All", Widget("c", """{"replicas":-1}"""))).Refused(422, "Invalid");
        var list = await GetAsync(Widgets(space));
        Assert.Equal((made.Version, "a"), (list.Of("items.0.metadata.resourceVersion"), Assert.Single(list.Names)));
        (await PostAsync(Widgets(space) + "?dryRun=Some", Widget("b"))).Refused(422, "Invalid", "dryRun: Unsupported value: \"Some\": supported values: \"All\"");
    }

    [Row("C9")]
    [Row("E4")]
    public async Task Unknown_and_doubled_fields()
    {
        var space = await SpaceAsync();
        const string odd = """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"bogus":1,"note":"x","note":"y"}}""";
        var strict = (await PostAsync(Widgets(space) + "?fieldValidation=Strict", odd)).Refused(400, "BadRequest", "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: ");
        Assert.Contains("unknown field \"spec.bogus\"", strict.Message, StringComparison.Ordinal);
        Assert.Contains("duplicate field \"spec.note\"", strict.Message, StringComparison.Ordinal);
        var warned = (await PostAsync(Widgets(space), odd)).Is(201);
        Assert.Contains("299 - \"unknown field \\\"spec.bogus\\\"\"", warned.Warnings, StringComparison.Ordinal);
        Assert.Equal("", (await PostAsync(Widgets(space) + "?fieldValidation=Ignore", odd.Replace("\"a\"", "\"b\"", StringComparison.Ordinal))).Is(201).Warnings);
        (await PatchAsync(Widgets(space) + "/a?fieldValidation=Strict", MergePatch, """{"spec":{"bogus":1}}""")).Is(400, 422);
        (await PostAsync(ConfigMaps(space) + "?fieldValidation=Other", ConfigMap("a"))).Refused(422, "Invalid", "fieldValidation: Unsupported value: \"Other\"");
    }

    [Row("C9")]
    public async Task Unknown_fields_of_built_in_kinds()
    {
        var space = await SpaceAsync();
        (await PostAsync(ConfigMaps(space) + "?fieldValidation=Strict", """{"metadata":{"name":"a"},"bogus":1}""")).Refused(400, "BadRequest", "unknown field \"bogus\"");
    }

    [Row("C10")]
    public async Task The_field_manager()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(ConfigMaps(space), ConfigMap("a", """{"x":"1"}"""), "User-Agent: tool/v1.2 (linux)");
        Assert.Equal("tool", made.Of("metadata.managedFields.0.manager"));
        Assert.Equal("me", (await PostAsync(ConfigMaps(space) + "?fieldManager=me", ConfigMap("b", """{"x":"1"}"""))).Of("metadata.managedFields.0.manager"));
    }

    [Row("C10")]
    public async Task The_form_of_a_field_manager()
    {
        var space = await SpaceAsync();
        (await PostAsync($"{ConfigMaps(space)}?fieldManager={new string('x', 129)}", ConfigMap("a"))).Refused(422, "Invalid", "fieldManager");
        (await PostAsync($"{ConfigMaps(space)}?fieldManager=a%07", ConfigMap("a"))).Refused(422, "Invalid", "should only contain printable characters");
    }

    [Row("C11")]
    public async Task Doubled_owners()
    {
        var space = await SpaceAsync();
        var owner = await PostAsync(ConfigMaps(space), ConfigMap("o"));
        var reference = $$$"""{"apiVersion":"v1","kind":"ConfigMap","name":"o","uid":"{{{owner.Of("metadata.uid")}}}"}""";
        var made = (await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: $$""" "ownerReferences":[{{reference}},{{reference}}] """))).Is(201);
        Assert.Contains("duplicate", made.Warnings, StringComparison.Ordinal);
        Assert.Single(made.Json["metadata"]!["ownerReferences"]!.AsArray());
    }

    [Row("C12")]
    public async Task Metadata_is_checked()
    {
        var space = await SpaceAsync();
        foreach (var (metadata, field) in new[]
        {
            (""" "labels":{"-a":"b"} """, "metadata.labels"), (""" "labels":{"a":"b c"} """, "metadata.labels"), (""" "annotations":{"a b":"c"} """, "metadata.annotations"),
            (""" "finalizers":["no domain"] """, "metadata.finalizers"), (""" "ownerReferences":[{"apiVersion":"v1","kind":"X","name":"","uid":""}] """, "metadata.ownerReferences"),
        })
        {
            var refused = (await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: metadata))).Refused(422, "Invalid");
            Assert.Contains(refused.Causes, c => c.Contains(field, StringComparison.Ordinal));
        }

        foreach (var name in new[] { "A", "a_b", "-a" })
        {
            (await PostAsync(ConfigMaps(space), ConfigMap(name))).Refused(422, "Invalid", "metadata.name: Invalid value: ", "a lowercase RFC 1123 subdomain must consist of");
        }

        (await PostAsync(ConfigMaps(space), ConfigMap(new string('a', 254)))).Refused(422, "Invalid", "must be no more than 253 characters");
        (await PostAsync("/api/v1/namespaces", """{"metadata":{"name":"a.b"}}""")).Refused(422, "Invalid", "a lowercase RFC 1123 label must consist of");
        (await PostAsync($"/apis/rbac.authorization.k8s.io/v1/namespaces/{space}/roles", """{"metadata":{"name":"a:b"}}""")).Is(201);
        (await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: $$""" "annotations":{"a":"{{new string('x', 257 * 1024)}}"} """))).Refused(422, "Invalid", "metadata.annotations: Too long");
    }

    [Row("C13")]
    public async Task Too_large_to_store() =>
        (await PostAsync($"{Samples.Group}/gadgets", $$$"""{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"big"},"x":"{{{new string('x', 2 * 1024 * 1024)}}}"}"""))
            .Refused(413, "RequestEntityTooLarge");

    [Row("C14")]
    public async Task A_collection_is_deleted_by_selector()
    {
        var space = await SpaceAsync();
        foreach (var name in new[] { "a", "b", "c" })
        {
            await PostAsync(ConfigMaps(space), ConfigMap(name, metadata: $$""" "labels":{"own":"{{(name == "c" ? "no" : "yes")}}"} """));
        }

        (await DeleteAsync(ConfigMaps(space) + "?labelSelector=own%3Dyes&dryRun=All")).Is(200);
        (await DeleteAsync(ConfigMaps(space) + "?labelSelector=own%3Dyes")).Is(200);
        Assert.Equal(["c"], (await GetAsync(ConfigMaps(space) + "?labelSelector=own")).Names);
        (await DeleteAsync("/api/v1/configmaps")).Refused(405, "MethodNotAllowed");
    }

    [Row("C15")]
    [Row("E8")]
    public async Task What_a_deletion_answers()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(Widgets(space), Widget("a"));
        var gone = (await DeleteAsync(Widgets(space) + "/a")).Is(200);
        Assert.Equal(("Status", "Success"), (gone.Of("kind"), gone.Of("status")));
        Assert.Equal(("a", "demo.example.io", "widgets", made.Of("metadata.uid")), (gone.Of("details.name"), gone.Of("details.group"), gone.Of("details.kind"), gone.Of("details.uid")));
        await PostAsync(Widgets(space), Widget("b", metadata: """ "finalizers":["example.io/x"] """));
        var stays = (await DeleteAsync(Widgets(space) + "/b")).Is(200, 202);
        Assert.Equal(("Widget", "0"), (stays.Of("kind"), stays.Of("metadata.deletionGracePeriodSeconds")));
        await PatchAsync(Widgets(space) + "/b", MergePatch, """{"metadata":{"finalizers":null}}""");
    }
}
