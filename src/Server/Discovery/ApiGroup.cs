using Slipway.Server.Resources;

namespace Slipway.Server.Discovery;

/// <summary>An API group as discovery shows it.</summary>
/// <param name="Name">The group; empty for the core group.</param>
/// <param name="Versions">Its served versions, the preferred one first.</param>
/// <param name="Definitions">Its kinds.</param>
internal sealed record ApiGroup(string Name, IReadOnlyList<string> Versions, IReadOnlyList<ResourceDefinition> Definitions)
{
    /// <summary>The groups of a set: built-in ones first, in their order, then the others by name.</summary>
    /// <param name="set">The kinds.</param>
    public static IReadOnlyList<ApiGroup> Of(ResourceSet set)
    {
        var groups = set.Definitions
            .Where(d => d.Versions.Any(v => v.Served))
            .GroupBy(d => d.Kind.Group)
            .Select(g => (Definitions: g.ToList(), BuiltIn: g.Any(d => d.BuiltIn)))
            .ToList();
        return
        [
            .. groups.Where(g => g.BuiltIn).Concat(groups.Where(g => !g.BuiltIn)
                .OrderBy(g => g.Definitions[0].Kind.Group, StringComparer.Ordinal)).Select(g => Of(g.Definitions)),
        ];
    }

    /// <summary>The kinds served in one of the versions.</summary>
    /// <param name="version">The version.</param>
    public IEnumerable<(ResourceDefinition Definition, ResourceVersion Version)> In(string version) =>
        from definition in Definitions
        from candidate in definition.Versions
        where candidate.Served && candidate.Name == version
        select (definition, candidate);

    /// <summary>The group and version as in an <c>apiVersion</c>.</summary>
    /// <param name="version">The version.</param>
    public string GroupVersion(string version) => Name.Length == 0 ? version : $"{Name}/{version}";

    private static ApiGroup Of(List<ResourceDefinition> definitions) => new(
        definitions[0].Kind.Group,
        [
            .. definitions.SelectMany(d => d.Versions).Where(v => v.Served).Select(v => v.Name)
                .Distinct(StringComparer.Ordinal).Order(VersionOrder.Instance),
        ],
        definitions);
}
