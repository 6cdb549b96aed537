using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>All kinds at one moment; swapped whole when a CustomResourceDefinition changes.</summary>
internal sealed class ResourceSet
{
    private readonly Dictionary<(string Group, string Plural), ResourceDefinition> _byPlural = [];
    private readonly Dictionary<GroupKind, ResourceDefinition> _byKind = [];
    private readonly Dictionary<string, ResourceDefinition> _byPrefix = new(StringComparer.Ordinal);

    /// <summary>Takes a set of definitions.</summary>
    /// <param name="generation">A number that no other set has.</param>
    /// <param name="definitions">The kinds.</param>
    public ResourceSet(long generation, IReadOnlyList<ResourceDefinition> definitions)
    {
        Generation = generation;
        Definitions = definitions;
        foreach (var definition in definitions)
        {
            _byPlural[(definition.Kind.Group, definition.Plural)] = definition;
            _byKind[definition.Kind] = definition;
            _byPrefix.TryAdd(definition.Prefix, definition);
        }
    }

    /// <summary>Changes with every change of the set.</summary>
    public long Generation { get; }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<ResourceDefinition> Definitions { get; }

    /// <summary>The served version at a path, or null.</summary>
    /// <param name="group">The group of the path.</param>
    /// <param name="version">The version of the path.</param>
    /// <param name="plural">The resource of the path.</param>
    public (ResourceDefinition Definition, ResourceVersion Version)? Find(string group, string version, string plural)
    {
        if (_byPlural.TryGetValue((group, plural), out var definition))
        {
            foreach (var candidate in definition.Versions)
            {
                if (candidate.Served && candidate.Name == version)
                {
                    return (definition, candidate);
                }
            }
        }

        return null;
    }

    /// <summary>The definition of a kind, or null.</summary>
    /// <param name="kind">The kind.</param>
    public ResourceDefinition? Find(GroupKind kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>The definition of the kind under a key prefix of the store, or null.</summary>
    /// <param name="prefix">The prefix.</param>
    public ResourceDefinition? FindByPrefix(string prefix) => _byPrefix.GetValueOrDefault(prefix);
}
