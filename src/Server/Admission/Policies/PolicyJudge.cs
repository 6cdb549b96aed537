using System.Text.Json.Nodes;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Failures;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Policies;

/// <summary>Holds writes against the policies that are bound to them.</summary>
/// <param name="policies">The policies.</param>
/// <param name="variables">What expressions see of a request.</param>
/// <param name="registry">The kinds, of parameters among others.</param>
/// <param name="cache">Where namespaces and parameters are looked up.</param>
internal sealed class PolicyJudge(PolicySet policies, RequestVariables variables, ResourceRegistry registry, WatchCache cache)
{
    private const string FailureKey = "validation.policy.admission.k8s.io/validation_failure";

    /// <summary>Whether no policy is in force.</summary>
    public bool IsEmpty => policies.IsEmpty;

    /// <summary>Judges a write.</summary>
    /// <param name="subject">The write.</param>
    /// <param name="findings">Where warnings and words for the audit log go.</param>
    /// <exception cref="ApiException">A policy forbids the write.</exception>
    public void Judge(WebhookSubject subject, Findings findings)
    {
        if (policies.IsEmpty)
        {
            return;
        }

        foreach (var (policy, binding) in policies.Bound)
        {
            if (WebhookMatch.Find(policy.Scope, subject, cache) is { } version && (binding.Scope is null || IsBound(binding.Scope, subject)))
            {
                Judge(policy, binding, subject, version, findings);
            }
        }
    }

    /// <summary>A binding without rules of its own narrows the policy by selectors alone.</summary>
    private bool IsBound(MatchScope scope, WebhookSubject subject) => WebhookMatch.Find(
        scope.Rules.Count > 0 ? scope : scope with { Rules = [new(["*"], ["*"], ["*"], ["*/*"], "*")] }, subject, cache) is not null;

    private void Judge(Policy policy, PolicyBinding binding, WebhookSubject subject, ResourceVersion version, Findings findings)
    {
        var request = ReviewRequest.Of(subject, version, uid: "");
        var seen = variables.Of(subject, request);
        var space = subject.IsNamespaced ? cache.Kind("/registry/namespaces/").Find(subject.Namespace)?.Tree() : null;
        var (found, fault) = Parameters(policy, binding, subject);
        if (fault.Length > 0)
        {
            Conclude(policy, binding, subject, new("", fault), findings);
            return;
        }

        foreach (var parameters in found)
        {
            var run = new PolicyRun(
                policy, [seen[0], seen[1], seen[2], ReviewValues.Of(space), ReviewValues.Of(parameters), CelValue.Null, seen[3], seen[4]]);
            if (!run.Matches(out var unknown))
            {
                if (unknown.Length > 0 && !policy.IgnoresFailure)
                {
                    Conclude(policy, binding, subject, new("", unknown), findings);
                }

                continue;
            }

            foreach (var check in policy.Checks)
            {
                if (run.Fault(check, out var isFailure) is { } why && !(isFailure && policy.IgnoresFailure))
                {
                    Conclude(policy, binding, subject, new(isFailure ? "" : check.Reason, why), findings);
                }
            }

            foreach (var (key, program) in policy.Annotations)
            {
                if (run.Annotation(program) is { } word)
                {
                    findings.Annotate($"{policy.Name}/{key}", word);
                }
            }
        }
    }

    private (IReadOnlyList<JsonObject?> Found, string Fault) Parameters(Policy policy, PolicyBinding binding, WebhookSubject subject)
    {
        if (policy.ParamKind.Length == 0 || !binding.HasParams)
        {
            return ([null], "");
        }

        var slash = policy.ParamVersion.IndexOf('/', StringComparison.Ordinal);
        var kind = new GroupKind(slash < 0 ? "" : policy.ParamVersion[..slash], policy.ParamKind);
        if (registry.Current.Find(kind) is not { } definition)
        {
            return ([], $"failed to find resource referenced by paramKind: '{policy.ParamVersion}, Kind={policy.ParamKind}'");
        }

        var version = definition.Versions.FirstOrDefault(v => v.Name == policy.ParamVersion[(slash + 1)..]) ?? definition.Storage;
        var space = definition.Namespaced ? binding.ParamNamespace.Length > 0 ? binding.ParamNamespace : subject.Namespace : "";
        IReadOnlyList<CachedObject> found = binding.ParamName.Length > 0
            ? cache.Kind(definition).Find(space.Length > 0 ? $"{space}/{binding.ParamName}" : binding.ParamName) is { } one ? [one] : []
            : [.. cache.Kind(definition).List(space, out _).Where(o => binding.ParamSelector.Matches(o.Head.Labels))];
        return found.Count > 0 ? ([.. found.Select(f => Conversion.Convert(f.Tree(), definition, version))], "")
            : binding.AllowsWithoutParams ? ([], "")
            : ([], "no params found for policy binding with `Deny` parameterNotFoundAction");
    }

    private static void Conclude(
        Policy policy, PolicyBinding binding, WebhookSubject subject, (string Reason, string Message) verdict, Findings findings)
    {
        var where = $"ValidatingAdmissionPolicy '{policy.Name}' with binding '{binding.Name}'";
        if (binding.Actions.Contains("Audit"))
        {
            var failure = new JsonObject { ["message"] = verdict.Message, ["policy"] = policy.Name, ["binding"] = binding.Name };
            findings.Annotate(FailureKey, new JsonArray(failure).ToJsonString());
        }

        if (binding.Actions.Contains("Warn"))
        {
            findings.Warn($"Validation failed for {where}: {verdict.Message}");
        }

        if (binding.Actions.Contains("Deny"))
        {
            var cause = new StatusCause { Message = $"{where} denied request: {verdict.Message}" };
            var refusal = Refuse.Forbidden(subject.Definition.Kind.Group, subject.Definition.Plural, subject.Name, cause.Message, cause);
            var reason = verdict.Reason.Length > 0 ? verdict.Reason : StatusReason.Invalid;
            throw new ApiException(refusal.Status with { Reason = reason, Code = Code(reason) }) { Warnings = findings.Warnings };
        }
    }

    private static int Code(string reason) => reason switch
    {
        "Unauthorized" => 401,
        "Forbidden" => 403,
        "RequestEntityTooLarge" => 413,
        _ => 422,
    };
}
