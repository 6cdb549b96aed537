namespace Slipway.Server.Security.Rbac;

/// <summary>Whether rules give all that other rules give.</summary>
internal static class RuleCover
{
    /// <summary>What rules give that others do not.</summary>
    /// <param name="owned">The rules that should give it.</param>
    /// <param name="wanted">The rules asked about.</param>
    /// <returns>The rest, put together again by what it is about; empty where all is covered.</returns>
    public static IReadOnlyList<PolicyRule> Missing(IReadOnlyList<PolicyRule> owned, IReadOnlyList<PolicyRule> wanted) =>
        Join(wanted.SelectMany(Parts).Where(part => !owned.Any(o => Covers(o, part))));

    /// <summary>A rule as rules of one verb on one thing each.</summary>
    private static IEnumerable<PolicyRule> Parts(PolicyRule rule)
    {
        foreach (var verb in rule.Verbs)
        {
            foreach (var url in rule.NonResourceUrls)
            {
                yield return new PolicyRule { Verbs = [verb], NonResourceUrls = [url] };
            }

            foreach (var group in rule.ApiGroups)
            {
                foreach (var resource in rule.Resources)
                {
                    var part = new PolicyRule { Verbs = [verb], ApiGroups = [group], Resources = [resource] };
                    if (rule.ResourceNames.Count == 0)
                    {
                        yield return part;
                    }

                    foreach (var name in rule.ResourceNames)
                    {
                        yield return part with { ResourceNames = [name] };
                    }
                }
            }
        }
    }

    private static bool Covers(PolicyRule owner, PolicyRule part)
    {
        if (!PolicyRule.Has(owner.Verbs, part.Verbs[0]))
        {
            return false;
        }

        if (part.NonResourceUrls.Count > 0)
        {
            return owner.HasPage(part.NonResourceUrls[0]);
        }

        return PolicyRule.Has(owner.ApiGroups, part.ApiGroups[0])
            && owner.HasResource(part.Resources[0])
            && (owner.ResourceNames.Count == 0 || (part.ResourceNames.Count > 0 && owner.ResourceNames.Contains(part.ResourceNames[0])));
    }

    private static List<PolicyRule> Join(IEnumerable<PolicyRule> parts)
    {
        var joined = new List<PolicyRule>();
        foreach (var part in parts)
        {
            var at = joined.FindIndex(j => part with { Verbs = [] } == j with { Verbs = [] });
            if (at < 0)
            {
                joined.Add(part);
            }
            else if (!joined[at].Verbs.Contains(part.Verbs[0]))
            {
                joined[at] = joined[at] with { Verbs = [.. joined[at].Verbs, part.Verbs[0]] };
            }
        }

        return joined;
    }
}
