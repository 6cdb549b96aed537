using System.Text.Json;
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
    private readonly SortedDictionary<string, (ResourceDefinition? Definition, long Generation)> _custom = new(StringComparer.Ordinal);
    private readonly Dictionary<GroupKind, IObjectConverter> _converters = converters.ToDictionary(c => c.Kind);
    private volatile ResourceSet _current = BuiltIns;

    /// <summary>Makes the converter of a kind whose definition names a webhook; null where there are no webhooks.</summary>
    public Func<GroupKind, JsonElement, IObjectConverter?>? Webhooks { get; init; }

    /// <inheritdoc/>
    public ResourceSet Current => _current;

    /// <summary>The converter of a kind, or null.</summary>
    /// <param name="kind">The kind.</param>
    public IObjectConverter? Converter(GroupKind kind) => _converters.GetValueOrDefault(kind);

    /// <summary>Takes over what a definition says: its kind is served while the definition is established.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="json">The definition, kept from now on; null where it is gone.</param>
    /// <returns>The kind as it was before, where it is now another or none; watches of it must end.</returns>
    public ResourceDefinition? Accept(string name, ReadOnlyMemory<byte>? json)
    {
        lock (_gate)
        {
            var before = _custom.GetValueOrDefault(name);
            if (json is not { } bytes)
            {
                return Withdraw(name, before.Definition);
            }

            using var document = JsonDocument.Parse(bytes);
            if (!CustomResource.IsEstablished(document, out var generation))
            {
                return Withdraw(name, before.Definition);
            }

            if (before.Definition is not null && before.Generation == generation)
            {
                return null;
            }

            var definition = CustomResource.Read(document, bytes);
            var converter = Converter(definition.Kind) ?? Webhooks?.Invoke(definition.Kind, document.RootElement.GetProperty("spec"));
            _custom[name] = (definition with { Converter = converter }, generation);
            Swap();
            return before.Definition;
        }
    }

    /// <summary>The kind of an established definition, or null.</summary>
    /// <param name="name">The definition's name.</param>
    public ResourceDefinition? Custom(string name)
    {
        lock (_gate)
        {
            return _custom.GetValueOrDefault(name).Definition;
        }
    }

    private ResourceDefinition? Withdraw(string name, ResourceDefinition? before)
    {
        if (_custom.Remove(name))
        {
            Swap();
        }

        return before;
    }

    private void Swap() => _current = new ResourceSet(_current.Generation + 1, [.. BuiltInKinds.All, .. _custom.Values.Select(c => c.Definition!)]);
}
