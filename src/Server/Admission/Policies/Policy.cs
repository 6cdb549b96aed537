using System.Text.Json.Nodes;
using Slipway.Machinery.Cel;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.Policies;

/// <summary>A ValidatingAdmissionPolicy, ready to judge. Immutable.</summary>
internal sealed record Policy
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it wants to see.</summary>
    public required MatchScope Scope { get; init; }

    /// <summary>Whether a write goes on where an expression cannot be evaluated.</summary>
    public required bool IgnoresFailure { get; init; }

    /// <summary>The API version of its parameters; empty where it takes none.</summary>
    public required string ParamVersion { get; init; }

    /// <summary>The kind of its parameters.</summary>
    public required string ParamKind { get; init; }

    /// <summary>What must hold for the policy to count.</summary>
    public required IReadOnlyList<(string Name, CelProgram Program)> Conditions { get; init; }

    /// <summary>Values that the other expressions share, each of which may use those before it.</summary>
    public required IReadOnlyList<(string Name, CelProgram Program)> Variables { get; init; }

    /// <summary>What must hold.</summary>
    public required IReadOnlyList<PolicyCheck> Checks { get; init; }

    /// <summary>Words for the audit log.</summary>
    public required IReadOnlyList<(string Key, CelProgram Program)> Annotations { get; init; }

    /// <summary>Reads a policy that was checked when it was stored.</summary>
    /// <param name="policy">The policy.</param>
    public static Policy Of(JsonObject policy)
    {
        var spec = policy["spec"] as JsonObject ?? [];
        var param = spec["paramKind"] as JsonObject;
        return new Policy
        {
            Name = Meta.Text(policy, "name"),
            Scope = MatchScope.Of(spec["matchConstraints"] as JsonObject ?? [], "resourceRules"),
            IgnoresFailure = Meta.String(spec, "failurePolicy") == "Ignore",
            ParamVersion = Meta.String(param, "apiVersion"),
            ParamKind = Meta.String(param, "kind"),
            Conditions = Programs(spec, "matchConditions", "name", "expression"),
            Variables = Programs(spec, "variables", "name", "expression"),
            Checks = [.. Items(spec, "validations").Select(CheckOf)],
            Annotations = Programs(spec, "auditAnnotations", "key", "valueExpression"),
        };
    }

    private static IEnumerable<JsonObject> Items(JsonObject spec, string list) => (spec[list] as JsonArray ?? []).OfType<JsonObject>();

    private static IReadOnlyList<(string Name, CelProgram Program)> Programs(JsonObject spec, string list, string name, string expression) =>
        [.. Items(spec, list).Select(i => (Meta.String(i, name), CelProgram.Compile(Meta.String(i, expression), CelEnvironment.Admission)))];

    private static PolicyCheck CheckOf(JsonObject check)
    {
        var text = Meta.String(check, "expression");
        var message = Meta.String(check, "messageExpression");
        return new PolicyCheck(
            text.Trim(),
            CelProgram.Compile(text, CelEnvironment.Admission),
            Meta.String(check, "message").Trim(),
            message.Trim().Length > 0 ? CelProgram.Compile(message, CelEnvironment.Admission) : null,
            Meta.String(check, "reason"));
    }
}
