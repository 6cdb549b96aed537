using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>
/// The kinds a server serves: the built-in ones, and those of its established CustomResourceDefinitions. Swapped whole
/// with every change; only the watch cache changes it, before anybody can see the definition that leads to the change.
/// </summary>
/// <param name="converters">The converters of kinds that are converted in this process.</param>
internal sealed class ResourceRegistry(IReadOnlyList<IObjectConverter> converters) : IResourceRegistry
{
    private static readonly ResourceSet BuiltIns = new(0, BuiltInKinds.All);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ResourceDefinition> _custom = new(StringComparer.Ordinal);
    private readonly Dictionary<GroupKind, IObjectConverter> _converters = converters.ToDictionary(c => c.Kind);
    private volatile ResourceSet _current = BuiltIns;

    /// <inheritdoc/>
    public ResourceSet Current => _current;

    /// <summary>The converter of a kind, or null.</summary>
    /// <param name="kind">The kind.</param>
    public IObjectConverter? Converter(GroupKind kind) => _converters.GetValueOrDefault(kind);

    /// <summary>Serves the kind of a definition, in place of what the definition said before.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="json">The definition.</param>
    public void Serve(string name, ReadOnlyMemory<byte> json)
    {
        var definition = CustomResource.Read(json, converter: null);
        definition = definition with { Converter = Converter(definition.Kind) };
        lock (_gate)
        {
            _custom[name] = definition;
            Swap();
        }
    }

    /// <summary>No longer serves the kind of a definition.</summary>
    /// <param name="name">The definition's name.</param>
    public void Withdraw(string name)
    {
        lock (_gate)
        {
            if (_custom.Remove(name))
            {
                Swap();
            }
        }
    }

    /// <summary>The kind of an established definition, or null.</summary>
    /// <param name="name">The definition's name.</param>
    public ResourceDefinition? Custom(string name)
    {
        lock (_gate)
        {
            return _custom.GetValueOrDefault(name);
        }
    }

    private void Swap() => _current = new ResourceSet(_current.Generation + 1, [.. BuiltInKinds.All, .. _custom.Values]);
}
