using Slipway.Machinery.Cel.Functions;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The functions that ask an authorizer, and the value of the variable <c>authorizer</c>.</summary>
public static class CelAuthorization
{
    private const string Space = "kubernetes.authorization.";

    /// <summary>The functions of this room.</summary>
    internal static IEnumerable<CelFunction> All =>
    [
        Step("path", "Authorizer", "PathCheck", (a, t) => a with { Path = t }, "path must not be empty"),
        Step("group", "Authorizer", "GroupCheck", (a, t) => a with { Group = t }),
        Step("resource", "GroupCheck", "ResourceCheck", (a, t) => a with { Resource = t }, "resource must not be empty"),
        Step("subresource", "ResourceCheck", "ResourceCheck", (a, t) => a with { Subresource = t }),
        Step("namespace", "ResourceCheck", "ResourceCheck", (a, t) => a with { Namespace = t }),
        Step("name", "ResourceCheck", "ResourceCheck", (a, t) => a with { Name = t }),
        Step("fieldSelector", "ResourceCheck", "ResourceCheck", (a, t) => a with { FieldSelector = t }),
        Step("labelSelector", "ResourceCheck", "ResourceCheck", (a, t) => a with { LabelSelector = t }),
        CelFunction.Member("serviceAccount", 3, a => a[0] is { Kind: CelKind.Opaque, AsOpaque: Question { Form: "Authorizer" } q } && a[1].Kind == CelKind.String && a[2].Kind == CelKind.String
            ? CelValue.Of(new Question(q.Ask, "Authorizer", q.Access with { ServiceAccount = $"system:serviceaccount:{a[1].AsText}:{a[2].AsText}" }))
            : CelOperators.NoOverload("serviceAccount", a)),
        CelFunction.Member("check", 2, a => a[0] is { Kind: CelKind.Opaque, AsOpaque: Question { Form: "PathCheck" or "ResourceCheck" } q } && a[1].Kind == CelKind.String
            ? CelValue.Of(new Answer(q.Ask(q.Access with { Verb = a[1].AsText })))
            : CelOperators.NoOverload("check", a)),
        Of("allowed", d => CelValue.Of(d.Allowed)),
        Of("reason", d => CelValue.Of(d.Reason)),
        Of("errored", d => CelValue.Of(d.Error.Length > 0)),
        Of("error", d => CelValue.Of(d.Error)),
    ];

    /// <summary>The value of the variable <c>authorizer</c>.</summary>
    /// <param name="ask">Answers a question about who sent the request, or about a service account.</param>
    public static CelValue Authorizer(Func<CelAccess, CelDecision> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return CelValue.Of(new Question(ask, "Authorizer", new CelAccess()));
    }

    /// <summary>The value of the variable <c>authorizer.requestResource</c>.</summary>
    /// <param name="ask">Answers a question.</param>
    /// <param name="resource">The resource that the request is about.</param>
    public static CelValue RequestResource(Func<CelAccess, CelDecision> ask, CelAccess resource)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(resource);
        return CelValue.Of(new Question(ask, "ResourceCheck", resource));
    }

    private static CelFunction Step(string name, string from, string to, Func<CelAccess, string, CelAccess> step, string emptyFault = "") => CelFunction.Member(name, 2, a =>
    {
        if (a[0] is not { Kind: CelKind.Opaque, AsOpaque: Question question } || question.Form != from || a[1].Kind != CelKind.String)
        {
            return CelOperators.NoOverload(name, a);
        }

        return emptyFault.Length > 0 && a[1].AsText.Trim().Length == 0 ? CelValue.Error(emptyFault) : CelValue.Of(new Question(question.Ask, to, step(question.Access, a[1].AsText)));
    });

    private static CelFunction Of(string name, Func<CelDecision, CelValue> body) =>
        CelFunction.Member(name, 1, a => a[0] is { Kind: CelKind.Opaque, AsOpaque: Answer answer } ? body(answer.Decision) : CelOperators.NoOverload(name, a));

    private sealed class Question(Func<CelAccess, CelDecision> ask, string form, CelAccess access) : CelOpaque
    {
        public override string TypeName => Space + form;

        public string Form => form;

        public CelAccess Access => access;

        public Func<CelAccess, CelDecision> Ask => ask;
    }

    private sealed class Answer(CelDecision decision) : CelOpaque
    {
        public override string TypeName => Space + "Decision";

        public CelDecision Decision => decision;
    }
}
