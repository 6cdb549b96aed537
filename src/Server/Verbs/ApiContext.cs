using Slipway.Machinery.Objects;
using Slipway.Server.Admission;
using Slipway.Server.Admission.Gates;
using Slipway.Server.Resources;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Verbs;

/// <summary>What the verbs of one server work with.</summary>
/// <param name="Store">Where objects are kept.</param>
/// <param name="Cache">What they are read from.</param>
/// <param name="Registry">The kinds.</param>
/// <param name="Admission">The rules that writes pass.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Random">The source of uids and generated names.</param>
internal sealed record ApiContext(
    IStore Store, WatchCache Cache, ResourceRegistry Registry, AdmissionChain Admission, TimeProvider Clock, RandomSource Random)
{
    /// <summary>What writes pass instead of <see cref="Admission"/> where webhooks are configured.</summary>
    public required AdmissionGate Gate { get; init; }

    /// <summary>Whether the store takes writes.</summary>
    public StoreHealth StoreHealth { get; } = new();

    /// <summary>Keeps callers from giving what they do not have.</summary>
    public required EscalationGate Escalation { get; init; }

    /// <summary>Keeps requests for certificates honest.</summary>
    public required SignerGate Signers { get; init; }

    /// <summary>The largest object that is stored, in bytes.</summary>
    public const int LargestObject = 3 * 512 * 1024;

    /// <summary>How far the cache may be behind the store before the server counts as not ready.</summary>
    private const long LongestLag = 10_000;

    /// <summary>Why reads would be told of a state that is too old; null where they are not.</summary>
    public string? Lag() => Store.Revision - Cache.Revision is > LongestLag and var lag ? $"the watch cache is {lag} revisions behind the store" : null;

    /// <summary>How long a read waits for a revision that has not come yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
}
