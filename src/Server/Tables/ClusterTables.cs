using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of kinds about the cluster itself, its network and its admission.</summary>
internal static class ClusterTables
{
    /// <summary>The kinds with their columns.</summary>
    public static IEnumerable<KeyValuePair<GroupKind, IReadOnlyList<TableColumn>>> All { get; } =
    [
        new(new("networking.k8s.io", "Ingress"),
        [
            Name, Or("Class", "<none>", "spec", "ingressClassName"), Made("Hosts", Hosts), Made("Address", Addresses),
            Made("Ports", json => List(json, "spec", "tls").Any() ? "80, 443" : "80"), Age,
        ]),
        new(new("networking.k8s.io", "IngressClass"),
        [
            Name, Of("Controller", "spec", "controller"),
            Made("Parameters", json => At(json, "spec", "parameters") is { } parameters
                ? $"{Text(parameters, "kind")}{(Text(parameters, "apiGroup") is { Length: > 0 } group ? "." + group : "")}/{Text(parameters, "name")}"
                : "<none>"),
            Age,
        ]),
        new(new("networking.k8s.io", "NetworkPolicy"), [Name, Made("Pod-Selector", json => Selectors.Show(At(json, "spec", "podSelector"))), Age]),
        new(new("discovery.k8s.io", "EndpointSlice"),
        [
            Name, Of("AddressType", "addressType"),
            Made("Ports", json => Short(List(json, "ports").Select(p => Text(p, "port") is { Length: > 0 } port ? port : "*"), "<unset>")),
            Made("Endpoints", json => Short(List(json, "endpoints").SelectMany(e => At(e, "addresses") as JsonArray ?? []).Select(a => Text(a)), "<unset>")), Age,
        ]),
        new(new("storage.k8s.io", "CSIDriver"),
        [
            Name, Flag("AttachRequired", true, "spec", "attachRequired"), Flag("PodInfoOnMount", false, "spec", "podInfoOnMount"),
            Flag("StorageCapacity", false, "spec", "storageCapacity"), Made("TokenRequests", json => Short(List(json, "spec", "tokenRequests").Select(t => Text(t, "audience")), "<unset>")),
            Flag("RequiresRepublish", false, "spec", "requiresRepublish"),
            Made("Modes", json => Short((At(json, "spec", "volumeLifecycleModes") as JsonArray ?? []).Select(m => Text(m)), "Persistent")), Age,
        ]),
        new(new("storage.k8s.io", "CSINode"), [Name, new("Drivers", "integer", (json, _) => List(json, "spec", "drivers").Count()), Age]),
        new(new("storage.k8s.io", "CSIStorageCapacity"), [Name, Of("StorageClassName", "storageClassName"), Of("Capacity", "capacity"), Age]),
        new(new("scheduling.k8s.io", "PriorityClass"),
        [
            Name, Number("Value", "value"), Flag("Global-Default", false, "globalDefault"), Age,
            Or("PreemptionPolicy", "PreemptLowerPriority", "preemptionPolicy"),
        ]),
        new(new("node.k8s.io", "RuntimeClass"), [Name, Of("Handler", "handler"), Age]),
        new(new("admissionregistration.k8s.io", "MutatingWebhookConfiguration"), [Name, Webhooks, Age]),
        new(new("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"), [Name, Webhooks, Age]),
        new(new("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
        [
            Name, new("Validations", "integer", (json, _) => List(json, "spec", "validations").Count()),
            Made("ParamKind", json => At(json, "spec", "paramKind") is { } kind ? $"{Text(kind, "apiVersion")}/{Text(kind, "kind")}" : "<unset>"), Age,
        ]),
        new(new("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
        [
            Name, Of("PolicyName", "spec", "policyName"),
            Made("ParamRef", json => At(json, "spec", "paramRef") is { } named
                ? Text(named, "namespace") is { Length: > 0 } @namespace ? $"{@namespace}/{Text(named, "name")}" : $"*/{Text(named, "name")}"
                : "<unset>"),
            Age,
        ]),
        new(new("apiregistration.k8s.io", "APIService"), [Name, Made("Service", Service), Made("Available", Available), Age]),
        new(new("flowcontrol.apiserver.k8s.io", "FlowSchema"),
        [
            Name, Of("PriorityLevel", "spec", "priorityLevelConfiguration", "name"), Number("MatchingPrecedence", "spec", "matchingPrecedence"),
            Or("DistinguisherMethod", "<none>", "spec", "distinguisherMethod", "type"), Age,
            Made("MissingPL", json => Condition(json, "Dangling") is { Length: > 0 } status ? status : "?"),
        ]),
        new(new("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration"),
        [
            Name, Of("Type", "spec", "type"), Or("NominalConcurrencyShares", "<none>", "spec", "limited", "nominalConcurrencyShares"),
            Or("Queues", "<none>", "spec", "limited", "limitResponse", "queuing", "queues"),
            Or("HandSize", "<none>", "spec", "limited", "limitResponse", "queuing", "handSize"),
            Or("QueueLengthLimit", "<none>", "spec", "limited", "limitResponse", "queuing", "queueLengthLimit"), Age,
        ]),
    ];

    private static TableColumn Webhooks => new("Webhooks", "integer", (json, _) => List(json, "webhooks").Count());

    private static TableColumn Flag(string name, bool absent, params string[] path) =>
        new(name, "boolean", (json, _) => At(json, path) is { } flag ? Text(flag) == "true" : absent);

    private static string Hosts(JsonObject json) =>
        Short(List(json, "spec", "rules").Select(r => Text(r, "host")).Where(h => h.Length > 0), "*");

    private static string Addresses(JsonObject json) => string.Join(
        ',', List(json, "status", "loadBalancer", "ingress").Select(i => Text(i, "ip") is { Length: > 0 } ip ? ip : Text(i, "hostname")));

    private static string Short(IEnumerable<string> texts, string none)
    {
        var all = texts.ToList();
        return all.Count switch
        {
            0 => none,
            > 3 => $"{string.Join(',', all.Take(3))} + {all.Count - 3} more...",
            _ => string.Join(',', all),
        };
    }

    private static string Service(JsonObject json) =>
        At(json, "spec", "service") is { } service ? $"{Text(service, "namespace")}/{Text(service, "name")}" : "Local";

    private static string Available(JsonObject json)
    {
        var condition = List(json, "status", "conditions").FirstOrDefault(c => Text(c, "type") == "Available");
        var status = condition is null ? "Unknown" : Text(condition, "status");
        return status == "True" || Text(condition, "reason").Length == 0 ? status : $"{status} ({Text(condition, "reason")})";
    }

    private static string Condition(JsonObject json, string type) =>
        Text(List(json, "status", "conditions").FirstOrDefault(c => Text(c, "type") == type), "status");
}
