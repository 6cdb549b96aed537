using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What one webhook of a configuration must be like.</summary>
/// <param name="webhook">The webhook, after defaults.</param>
/// <param name="path">Where it stands.</param>
/// <param name="errors">Where faults go.</param>
internal sealed class WebhookChecks(JsonObject webhook, string path, List<FieldError> errors)
{
    private static readonly string[] Operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];

    /// <summary>Checks everything.</summary>
    /// <param name="mutates">Whether it may change objects.</param>
    public void Run(bool mutates)
    {
        Name();
        Versions();
        Choice(webhook, "failurePolicy", path, "Fail", "Ignore");
        Choice(webhook, "matchPolicy", path, "Equivalent", "Exact");
        if (mutates)
        {
            Choice(webhook, "reinvocationPolicy", path, "IfNeeded", "Never");
        }

        if (webhook["sideEffects"] is null)
        {
            errors.Add(Invalid.Required($"{path}.sideEffects", "must specify one of None, NoneOnDryRun"));
        }
        else
        {
            Choice(webhook, "sideEffects", path, "None", "NoneOnDryRun");
        }

        if (Meta.Whole(webhook["timeoutSeconds"]) is not (>= 1 and <= 30))
        {
            errors.Add(Invalid.Value($"{path}.timeoutSeconds", webhook["timeoutSeconds"], "the timeout value must be between 1 and 30 seconds"));
        }

        Selector("namespaceSelector");
        Selector("objectSelector");
        if (webhook["rules"] is JsonArray rules)
        {
            for (var i = 0; i < rules.Count; i++)
            {
                Rule(rules[i] as JsonObject ?? [], $"{path}.rules[{i}]");
            }
        }

        MatchConditions.Check(webhook["matchConditions"], $"{path}.matchConditions", errors);
        ClientConfigChecks.Run(webhook["clientConfig"] as JsonObject ?? [], $"{path}.clientConfig", errors);
    }

    private void Name()
    {
        var name = Meta.String(webhook, "name");
        if (name.Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.name"));
        }
        else if (Names.SubdomainFault(name) is { } fault)
        {
            errors.Add(Invalid.Value($"{path}.name", name, fault));
        }
        else if (name.Split('.').Length < 3)
        {
            errors.Add(Invalid.Value($"{path}.name", name, "should be a domain with at least three segments separated by dots"));
        }
    }

    private void Versions()
    {
        var versions = Meta.Strings(webhook, "admissionReviewVersions");
        if (versions.Count == 0)
        {
            errors.Add(Invalid.Required($"{path}.admissionReviewVersions", "must specify one of v1, v1beta1"));
        }
        else if (!versions.Any(v => v is "v1" or "v1beta1"))
        {
            errors.Add(Invalid.Value($"{path}.admissionReviewVersions", webhook["admissionReviewVersions"], "must include at least one of v1, v1beta1"));
        }

        foreach (var twice in versions.GroupBy(v => v).Where(g => g.Count() > 1))
        {
            errors.Add(Invalid.Duplicate($"{path}.admissionReviewVersions", twice.Key));
        }
    }

    private void Rule(JsonObject rule, string at)
    {
        var operations = Meta.Strings(rule, "operations");
        All(rule, "operations", at);
        foreach (var operation in operations.Where(o => !Operations.Contains(o)))
        {
            errors.Add(Invalid.Choice($"{at}.operations", operation, Operations));
        }

        All(rule, "apiGroups", at);
        All(rule, "apiVersions", at);
        if (Meta.Strings(rule, "apiVersions").Contains(""))
        {
            errors.Add(Invalid.Required($"{at}.apiVersions"));
        }

        if (rule["resources"] is not JsonArray { Count: > 0 })
        {
            errors.Add(Invalid.Required($"{at}.resources"));
        }

        Resources(Meta.Strings(rule, "resources"), $"{at}.resources");
        Choice(rule, "scope", at, "*", "Cluster", "Namespaced");
    }

    /// <summary>A list that is not empty, and whose <c>*</c> stands alone.</summary>
    private void All(JsonObject rule, string name, string at)
    {
        var values = Meta.Strings(rule, name);
        if (values.Count == 0)
        {
            errors.Add(Invalid.Required($"{at}.{name}"));
        }
        else if (values.Count > 1 && values.Contains("*"))
        {
            errors.Add(Invalid.Value($"{at}.{name}", rule[name], "if '*' is present, must not specify other " + (name == "operations" ? name : "API " + name[3..].ToLowerInvariant())));
        }
    }

    private void Resources(IReadOnlyList<string> resources, string at)
    {
        for (var i = 0; i < resources.Count; i++)
        {
            if (resources[i].Length == 0)
            {
                errors.Add(Invalid.Required($"{at}[{i}]"));
            }
            else if (resources[i] == "*/*" && resources.Count > 1)
            {
                errors.Add(Invalid.Value(at, string.Join(",", resources), "if '*/*' is present, must not specify other resources"));
            }
            else if (resources[i] == "*" && resources.Any(r => r != "*" && !r.Contains('/', StringComparison.Ordinal)))
            {
                errors.Add(Invalid.Value(at, string.Join(",", resources), "if '*' is present, must not specify other resources without subresources"));
            }
        }
    }

    private void Selector(string name)
    {
        try
        {
            _ = LabelQuery.From(webhook[name].Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default)));
        }
        catch (Exception e) when (e is SelectorException or JsonException)
        {
            errors.Add(Invalid.Value($"{path}.{name}", webhook[name], e.Message));
        }
    }

    private void Choice(JsonObject map, string name, string at, params IEnumerable<string> allowed)
    {
        var value = Meta.String(map, name);
        if (!allowed.Contains(value))
        {
            errors.Add(Invalid.Choice($"{at}.{name}", value, allowed));
        }
    }
}
