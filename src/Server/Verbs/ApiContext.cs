using Slipway.Machinery.Objects;
using Slipway.Server.Admission;
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
    /// <summary>Keeps callers from giving what they do not have.</summary>
    public required EscalationGate Escalation { get; init; }

    /// <summary>Keeps requests for certificates honest.</summary>
    public required SignerGate Signers { get; init; }

    /// <summary>The largest object that is stored, in bytes.</summary>
    public const int LargestObject = 3 * 512 * 1024;

    /// <summary>How long a read waits for a revision that has not come yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
}
