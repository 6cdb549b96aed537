using Slipway.Machinery.Objects;
using Slipway.Runtime.Queues;

namespace Slipway.Server.Upkeep;

/// <summary>The part of the upkeep's queue that belongs to one chore.</summary>
/// <param name="queue">The whole queue.</param>
/// <param name="chore">The chore's name.</param>
internal readonly struct ChoreQueue(WorkQueue queue, string chore)
{
    /// <summary>Adds a subject for now.</summary>
    /// <param name="subject">The subject.</param>
    public void Add(string subject) => queue.Add(new ObjectKey(chore, subject));

    /// <summary>Adds a subject for later.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="delay">From now.</param>
    /// <param name="reason">What it waits for, for people.</param>
    public void AddAfter(string subject, TimeSpan delay, string reason) => queue.AddAfter(new ObjectKey(chore, subject), delay, reason);
}
