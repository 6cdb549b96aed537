using System.Runtime.CompilerServices;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Rbac;

/// <summary>
/// The roles and bindings of a server as they are now. They are read when somebody first needs them after a change; a server
/// whose callers are all administrators never reads them.
/// </summary>
/// <param name="cache">The server's objects; this listens to it.</param>
internal sealed class LiveRoles(WatchCache cache) : ICacheListener
{
    private const string ClusterRoles = "/registry/clusterroles/";
    private const string ClusterRoleBindings = "/registry/clusterrolebindings/";
    private const string Roles = "/registry/roles/";
    private const string RoleBindings = "/registry/rolebindings/";

    // What was read of an object that has not changed is not read again.
    private readonly ConditionalWeakTable<CachedObject, IReadOnlyList<PolicyRule>> _rules = [];
    private readonly ConditionalWeakTable<CachedObject, Binding> _bindings = [];
    private readonly Lock _gate = new();
    private RoleBook? _book;
    private int _changed = 1;

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change)
    {
        if (kind.Prefix is ClusterRoles or ClusterRoleBindings or Roles or RoleBindings)
        {
            Volatile.Write(ref _changed, 1);
        }
    }

    /// <summary>Everything that was acknowledged before the call.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<RoleBook> FreshAsync(CancellationToken cancellation)
    {
        await cache.FreshAsync(cancellation);
        return Current();
    }

    /// <summary>What the cache has.</summary>
    public RoleBook Current()
    {
        lock (_gate)
        {
            if (Interlocked.Exchange(ref _changed, 0) != 0 || _book is null)
            {
                _book = new RoleBook(
                    List(ClusterRoles).Select(Rules),
                    List(Roles).Select(Rules),
                    List(ClusterRoleBindings).Concat(List(RoleBindings)).Select(o => _bindings.GetValue(o, static v => Binding.Read(v.Tree()))));
            }

            return _book;
        }
    }

    private CachedObject[] List(string prefix) => cache.Kind(prefix).List("", out _);

    private KeyValuePair<string, IReadOnlyList<PolicyRule>> Rules(CachedObject value) =>
        new(value.Key, _rules.GetValue(value, static v => PolicyRule.Of(v.Tree())));
}
