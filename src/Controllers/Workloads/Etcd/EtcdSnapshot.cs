namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>The members of an etcd cluster at one moment.</summary>
/// <param name="Members">All members.</param>
/// <param name="Alarms">What they complain of.</param>
public sealed record EtcdSnapshot(IReadOnlyList<EtcdMember> Members, IReadOnlyList<EtcdAlarm> Alarms)
{
    /// <summary>The member of a Node, or null where there is none.</summary>
    /// <param name="node">The Node's name.</param>
    public EtcdMember? MemberOf(string node) => Members.FirstOrDefault(m => m.Name == node);

    /// <summary>What a member complains of.</summary>
    /// <param name="member">The member.</param>
    public IReadOnlyList<string> AlarmsOf(EtcdMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return [.. Alarms.Where(a => a.MemberId == member.Id).Select(a => a.Name).Distinct().Order(StringComparer.Ordinal)];
    }
}
