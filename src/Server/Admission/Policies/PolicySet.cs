using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipway.Runtime.Clients;
using Slipway.Server.Watching;

namespace Slipway.Server.Admission.Policies;

/// <summary>
/// The policies that are in force now, and their bindings. Follows the watch cache; a policy is compiled when the first write
/// after it asks. Safe for concurrent use.
/// </summary>
/// <param name="log">Where unreadable policies are told.</param>
internal sealed class PolicySet(ILogger log) : ICacheListener
{
    private readonly Lock _gate = new();
    private volatile ImmutableSortedDictionary<string, Lazy<Policy?>> _policies = ImmutableSortedDictionary.Create<string, Lazy<Policy?>>(StringComparer.Ordinal);

    private volatile ImmutableSortedDictionary<string, Lazy<PolicyBinding?>> _bindings =
        ImmutableSortedDictionary.Create<string, Lazy<PolicyBinding?>>(StringComparer.Ordinal);

    /// <summary>Whether no policy is in force.</summary>
    public bool IsEmpty => _policies.IsEmpty || _bindings.IsEmpty;

    /// <summary>The policies with their bindings, by name.</summary>
    public IEnumerable<(Policy Policy, PolicyBinding Binding)> Bound
    {
        get
        {
            var bindings = _bindings.Values.Select(b => b.Value).OfType<PolicyBinding>().ToLookup(b => b.Policy);
            return _policies.Values.Select(p => p.Value).OfType<Policy>().SelectMany(p => bindings[p.Name].Select(b => (p, b)));
        }
    }

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change)
    {
        var isGone = change.Type == WatchEventType.Deleted;
        var name = change.Object.Name;
        lock (_gate)
        {
            switch (kind.Prefix)
            {
                case PolicyKinds.PolicyPrefix:
                    _policies = isGone ? _policies.Remove(name) : _policies.SetItem(name, new(() => Read(change.Object, Policy.Of)));
                    break;
                case PolicyKinds.BindingPrefix:
                    _bindings = isGone ? _bindings.Remove(name) : _bindings.SetItem(name, new(() => Read(change.Object, PolicyBinding.Of)));
                    break;
            }
        }
    }

    private T? Read<T>(CachedObject value, Func<JsonObject, T> read)
        where T : class
    {
        try
        {
            return read(value.Tree());
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            // The rules keep such an object out; one that another program wrote into the store must not stop all writes.
            PolicyLog.Unreadable(log, value.Name, e.Message);
            return null;
        }
    }
}
