namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>Something that an etcd member complains of.</summary>
/// <param name="MemberId">The member's id.</param>
/// <param name="Name">What of, for example <c>NOSPACE</c>.</param>
public sealed record EtcdAlarm(ulong MemberId, string Name);
