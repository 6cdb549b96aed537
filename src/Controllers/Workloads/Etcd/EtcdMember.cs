namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>One member of an etcd cluster.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which is its Node's; empty while it never started.</param>
/// <param name="IsLearner">Whether it only listens yet and has no vote.</param>
public sealed record EtcdMember(ulong Id, string Name, bool IsLearner = false);
