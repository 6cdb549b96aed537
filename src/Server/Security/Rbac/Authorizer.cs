namespace Slipway.Server.Security.Rbac;

/// <summary>
/// Says who may do what by roles and bindings; <c>system:masters</c> may do everything without a look into them.
/// </summary>
/// <param name="book">The roles and bindings as fresh as a decision needs them.</param>
internal sealed class Authorizer(Func<CancellationToken, ValueTask<RoleBook>> book)
{
    /// <summary>One that knows the roles and bindings alone with which every server begins.</summary>
    public static Authorizer Defaults { get; } = new(static _ => ValueTask.FromResult(DefaultRoles.Book));

    /// <summary>Decides.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<Decision> DecideAsync(Caller caller, AccessRequest request, CancellationToken cancellation) =>
        caller.IsMaster ? new Decision(true, "") : Decide(await book(cancellation), caller, request);

    /// <summary>Everything that a caller may do in a namespace.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="namespace">The namespace; empty for what holds everywhere alone.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<IReadOnlyList<PolicyRule>> RulesAsync(Caller caller, string @namespace, CancellationToken cancellation) =>
        [.. (await book(cancellation)).For(caller, @namespace).SelectMany(g => g.Rules ?? [])];

    /// <summary>Decides by roles and bindings at hand.</summary>
    /// <param name="book">The roles and bindings.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What is wanted.</param>
    public static Decision Decide(RoleBook book, Caller caller, AccessRequest request)
    {
        List<string>? missing = null;
        foreach (var grant in book.For(caller, request.IsResource ? request.Namespace : ""))
        {
            if (grant.Rules is null)
            {
                var role = $"{grant.Binding.RoleKind.ToLowerInvariant()}.rbac.authorization.k8s.io \"{grant.Binding.RoleName}\" not found";
                missing ??= [];
                if (!missing.Contains(role))
                {
                    missing.Add(role);
                }

                continue;
            }

            foreach (var rule in grant.Rules)
            {
                if (rule.Allows(request))
                {
                    return new Decision(true, $"RBAC: allowed by {grant.Binding.Source(grant.Subject)}");
                }
            }
        }

        return new Decision(false, missing switch
        {
            null => "",
            [var one] => $"RBAC: {one}",
            _ => $"RBAC: [{string.Join(", ", missing)}]",
        });
    }
}
