using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Policies;

/// <summary>A ValidatingAdmissionPolicyBinding. Immutable.</summary>
internal sealed record PolicyBinding
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The policy that it puts into force.</summary>
    public required string Policy { get; init; }

    /// <summary>Where; null for wherever the policy itself says.</summary>
    public required MatchScope? Scope { get; init; }

    /// <summary>What follows where the policy does not hold: <c>Deny</c>, <c>Warn</c>, <c>Audit</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Whether it names parameters.</summary>
    public required bool HasParams { get; init; }

    /// <summary>The name of the parameters; empty where a selector says which.</summary>
    public required string ParamName { get; init; }

    /// <summary>The namespace of the parameters; empty for that of the object.</summary>
    public required string ParamNamespace { get; init; }

    /// <summary>Which objects are parameters, where no name is given.</summary>
    public required LabelQuery ParamSelector { get; init; }

    /// <summary>Whether writes go on where there are no parameters.</summary>
    public required bool AllowsWithoutParams { get; init; }

    /// <summary>Reads a binding that was checked when it was stored.</summary>
    /// <param name="binding">The binding.</param>
    public static PolicyBinding Of(JsonObject binding)
    {
        var spec = binding["spec"] as JsonObject ?? [];
        var param = spec["paramRef"] as JsonObject;
        return new PolicyBinding
        {
            Name = Meta.Text(binding, "name"),
            Policy = Meta.String(spec, "policyName"),
            Scope = spec["matchResources"] is JsonObject scope ? MatchScope.Of(scope, "resourceRules") : null,
            Actions = Meta.Strings(spec, "validationActions"),
            HasParams = param is not null,
            ParamName = Meta.String(param, "name"),
            ParamNamespace = Meta.String(param, "namespace"),
            ParamSelector = LabelQuery.From(param?["selector"].Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default))),
            AllowsWithoutParams = Meta.String(param, "parameterNotFoundAction") == "Allow",
        };
    }
}
