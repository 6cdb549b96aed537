using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Slipway.Runtime.Clients;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>
/// The webhooks that are configured now, by the name of their configuration and then in its order. Follows the watch cache;
/// a configuration is read when the first write after it asks. Safe for concurrent use.
/// </summary>
/// <param name="log">Where unreadable configurations are told.</param>
internal sealed class WebhookSet(ILogger log) : ICacheListener
{
    private readonly Lock _gate = new();
    private volatile ImmutableSortedDictionary<string, Lazy<IReadOnlyList<Webhook>>> _mutating = Empty;
    private volatile ImmutableSortedDictionary<string, Lazy<IReadOnlyList<Webhook>>> _validating = Empty;
    private volatile bool _isEmpty = true;

    /// <summary>Whether there is no configuration at all.</summary>
    public bool IsEmpty => _isEmpty;

    /// <summary>The webhooks that may change objects.</summary>
    public IEnumerable<Webhook> Mutating => _mutating.Values.SelectMany(c => c.Value);

    /// <summary>The webhooks that may refuse objects.</summary>
    public IEnumerable<Webhook> Validating => _validating.Values.SelectMany(c => c.Value);

    private static ImmutableSortedDictionary<string, Lazy<IReadOnlyList<Webhook>>> Empty { get; } =
        ImmutableSortedDictionary.Create<string, Lazy<IReadOnlyList<Webhook>>>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change)
    {
        if (kind.Prefix is not (WebhookKinds.MutatingPrefix or WebhookKinds.ValidatingPrefix))
        {
            return;
        }

        var name = change.Object.Name;
        lock (_gate)
        {
            var present = kind.Prefix == WebhookKinds.MutatingPrefix ? _mutating : _validating;
            var next = change.Type == WatchEventType.Deleted ? present.Remove(name) : present.SetItem(name, Read(change.Object));
            if (kind.Prefix == WebhookKinds.MutatingPrefix)
            {
                _mutating = next;
            }
            else
            {
                _validating = next;
            }

            _isEmpty = _mutating.IsEmpty && _validating.IsEmpty;
        }
    }

    private Lazy<IReadOnlyList<Webhook>> Read(CachedObject configuration) => new(() =>
    {
        try
        {
            return Webhook.Of(configuration.Tree());
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            // The rules keep such a configuration out; one that another program wrote into the store must not stop all writes.
            WebhookLog.Unreadable(log, configuration.Name, e.Message);
            return [];
        }
    });
}
