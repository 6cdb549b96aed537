using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Rbac;

/// <summary>A rule of a role: these verbs on those things. Immutable.</summary>
internal sealed record PolicyRule
{
    /// <summary>The verbs; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>The API groups; <c>*</c> for all.</summary>
    public IReadOnlyList<string> ApiGroups { get; init; } = [];

    /// <summary>The resources: <c>pods</c>, <c>pods/status</c>, <c>*/scale</c>; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The only objects meant; empty for all.</summary>
    public IReadOnlyList<string> ResourceNames { get; init; } = [];

    /// <summary>Pages of the server; a <c>*</c> at the end stands for anything that follows.</summary>
    public IReadOnlyList<string> NonResourceUrls { get; init; } = [];

    /// <summary>Reads the rules of a role.</summary>
    /// <param name="role">A Role or ClusterRole.</param>
    public static IReadOnlyList<PolicyRule> Of(JsonObject role) =>
        role["rules"] is JsonArray rules ? [.. rules.OfType<JsonObject>().Select(Read)] : [];

    /// <summary>Whether the rule allows something.</summary>
    /// <param name="request">What is wanted.</param>
    public bool Allows(AccessRequest request)
    {
        if (!Has(Verbs, request.Verb))
        {
            return false;
        }

        return request.IsResource
            ? Has(ApiGroups, request.Group) && HasResource(request.FullResource) && HasName(request.Name)
            : HasPage(request.Path);
    }

    /// <summary>Whether the rule means a resource.</summary>
    /// <param name="resource">The resource with its subresource.</param>
    public bool HasResource(string resource)
    {
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        foreach (var own in Resources)
        {
            if (own == "*" || own == resource)
            {
                return true;
            }

            if (slash >= 0 && own.StartsWith("*/", StringComparison.Ordinal) && own.AsSpan(1).SequenceEqual(resource.AsSpan(slash)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the rule means a page.</summary>
    /// <param name="path">The page.</param>
    public bool HasPage(string path)
    {
        foreach (var own in NonResourceUrls)
        {
            if (own == "*" || own == path || (own.EndsWith('*') && path.StartsWith(own.TrimEnd('*'), StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The rule as JSON.</summary>
    public JsonObject ToJson()
    {
        var rule = new JsonObject();
        Meta.SetStrings(rule, "apiGroups", ApiGroups);
        Meta.SetStrings(rule, "nonResourceURLs", NonResourceUrls);
        Meta.SetStrings(rule, "resourceNames", ResourceNames);
        Meta.SetStrings(rule, "resources", Resources);
        Meta.SetStrings(rule, "verbs", Verbs);
        return rule;
    }

    /// <summary>Whether both say the same in the same words.</summary>
    /// <param name="other">Another rule.</param>
    public bool Equals(PolicyRule? other) =>
        other is not null
        && Verbs.SequenceEqual(other.Verbs)
        && ApiGroups.SequenceEqual(other.ApiGroups)
        && Resources.SequenceEqual(other.Resources)
        && ResourceNames.SequenceEqual(other.ResourceNames)
        && NonResourceUrls.SequenceEqual(other.NonResourceUrls);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Verbs.Count, Resources.FirstOrDefault(), ApiGroups.FirstOrDefault(), Verbs.FirstOrDefault());

    /// <summary>The rule as refusals show it.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Part(parts, "APIGroups", ApiGroups);
        Part(parts, "Resources", Resources);
        Part(parts, "NonResourceURLs", NonResourceUrls);
        Part(parts, "ResourceNames", ResourceNames);
        Part(parts, "Verbs", Verbs);
        return $"{{{string.Join(", ", parts)}}}";
    }

    /// <summary>Whether a list has a word or stands for all.</summary>
    /// <param name="own">The list.</param>
    /// <param name="word">The word.</param>
    internal static bool Has(IReadOnlyList<string> own, string word)
    {
        foreach (var one in own)
        {
            if (one == "*" || one == word)
            {
                return true;
            }
        }

        return false;
    }

    private static PolicyRule Read(JsonObject rule) => new()
    {
        Verbs = Meta.Strings(rule, "verbs"),
        ApiGroups = Meta.Strings(rule, "apiGroups"),
        Resources = Meta.Strings(rule, "resources"),
        ResourceNames = Meta.Strings(rule, "resourceNames"),
        NonResourceUrls = Meta.Strings(rule, "nonResourceURLs"),
    };

    private static void Part(List<string> parts, string name, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            parts.Add($"{name}:[{string.Join(' ', words.Select(w => $"\"{w}\""))}]");
        }
    }

    private bool HasName(string name) => ResourceNames.Count == 0 || ResourceNames.Contains(name);
}
