using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Audit;

/// <summary>What of which request is written down: the first rule that fits decides; a request that none fits is not written.</summary>
internal sealed class AuditPolicy
{
    /// <summary>The policy where none is given: changes with what was sent, all else by its metadata; secrets and tokens never more.</summary>
    public const string Usual = """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        omitManagedFields: true
        rules:
        - level: None
          verbs: [get]
          nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version*"]
        - level: Metadata
          resources:
          - group: ""
            resources: [secrets, serviceaccounts/token]
          - group: authentication.k8s.io
            resources: [tokenreviews]
        - level: Request
          verbs: [create, update, patch, delete, deletecollection]
        - level: Metadata
        """;

    private readonly List<AuditRule> _rules = [];
    private IReadOnlyList<string> _omitStages = [];
    private bool _omitManagedFields;

    /// <summary>Reads a policy.</summary>
    /// <param name="text">A <c>Policy</c> of <c>audit.k8s.io/v1</c>, as YAML or JSON.</param>
    /// <exception cref="FormatException">It is not understood.</exception>
    public static AuditPolicy Parse(string text)
    {
        JsonObject root;
        try
        {
            root = YamlDocuments.Read(text, "the audit policy") is [{ Root: JsonObject only }]
                ? only
                : throw new FormatException("The audit policy must be one YAML document with an object.");
        }
        catch (YamlFormatException e)
        {
            throw new FormatException($"The audit policy is not YAML: {e.Message}", e);
        }

        if (Meta.String(root, "kind") != "Policy" || Meta.String(root, "apiVersion") != "audit.k8s.io/v1")
        {
            throw new FormatException("The audit policy must have the kind Policy and the apiVersion audit.k8s.io/v1.");
        }

        var policy = new AuditPolicy
        {
            _omitStages = Meta.Strings(root, "omitStages"),
            _omitManagedFields = root["omitManagedFields"] is JsonValue flag && flag.TryGetValue(out bool omit) && omit,
        };
        foreach (var rule in (root["rules"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var level = Meta.String(rule, "level");
            policy._rules.Add(AuditRule.Read(rule, level switch
            {
                "None" => AuditLevel.None,
                "Metadata" => AuditLevel.Metadata,
                "Request" => AuditLevel.Request,
                "RequestResponse" => AuditLevel.RequestResponse,
                _ => throw new FormatException($"The audit policy has a rule of the level \"{level}\": there are None, Metadata, Request and RequestResponse."),
            }));
        }

        return policy._rules.Count > 0 ? policy : throw new FormatException("The audit policy has no rules.");
    }

    /// <summary>What is written of a request.</summary>
    /// <param name="caller">Who asks; null where he is not known.</param>
    /// <param name="request">What he wants.</param>
    public AuditChoice Choose(Caller? caller, AccessRequest request)
    {
        var rule = _rules.Find(r => r.Fits(caller, request));
        return rule is null
            ? new AuditChoice(AuditLevel.None, [], OmitManagedFields: false)
            : new AuditChoice(rule.Level, [.. _omitStages, .. rule.OmitStages], rule.OmitManagedFields ?? _omitManagedFields);
    }
}
