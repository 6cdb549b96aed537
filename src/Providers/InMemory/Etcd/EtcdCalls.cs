using Google.Protobuf;
using Slipway.Etcd.Protocol;

namespace Slipway.Providers.InMemory.Etcd;

/// <summary>What a simulated etcd member answers to each call.</summary>
internal static class EtcdCalls
{
    /// <summary>The version that members report.</summary>
    public const string Version = "3.5.30";

    /// <summary>Answers one call.</summary>
    /// <param name="path">The method's path, for example <c>/etcdserverpb.Cluster/MemberList</c>.</param>
    /// <param name="body">The request message.</param>
    /// <param name="connection">The member that is asked.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EtcdRefusal">The call cannot be answered; carries the gRPC status.</exception>
    public static async ValueTask<IMessage> AnswerAsync(string path, ReadOnlyMemory<byte> body, EtcdConnection connection, CancellationToken cancellation)
    {
        var members = await connection.Cluster.MembersAsync(cancellation);
        var self = members.FirstOrDefault(m => m.Pod == connection.Pod && !m.Removed)
            ?? throw new EtcdRefusal(EtcdRefusal.Unavailable, $"etcd: {connection.Pod} is no member of the cluster any more");
        var header = new ResponseHeader { ClusterId = self.ClusterId, MemberId = self.Id, RaftTerm = 1, Revision = 1 };
        switch (path)
        {
            case "/etcdserverpb.Cluster/MemberList":
                return new MemberListResponse { Header = header, Members = { Messages(members) } };
            case "/etcdserverpb.Maintenance/Status":
                return new StatusResponse { Header = header, Version = Version, Leader = EtcdMember.Leader(members)!.Id, RaftTerm = 1, DbSize = 20480, DbSizeInUse = 20480 };
            case "/etcdserverpb.Maintenance/Alarm":
                return new AlarmResponse { Header = header };
            case "/etcdserverpb.Cluster/MemberRemove":
                await connection.Cluster.RemoveAsync(Find(members, MemberRemoveRequest.Parser.ParseFrom(body.Span).ID), cancellation);
                return new MemberRemoveResponse { Header = header, Members = { Messages(await connection.Cluster.MembersAsync(cancellation)) } };
            case "/etcdserverpb.Maintenance/MoveLeader":
                if (EtcdMember.Leader(members) != self)
                {
                    throw new EtcdRefusal(EtcdRefusal.FailedPrecondition, "etcdserver: not leader");
                }

                await connection.Cluster.LeadAsync(Find(members, MoveLeaderRequest.Parser.ParseFrom(body.Span).TargetID), cancellation);
                return new MoveLeaderResponse { Header = header };
            default:
                throw new EtcdRefusal(EtcdRefusal.Unimplemented, $"The simulated etcd does not know {path}.");
        }
    }

    private static EtcdMember Find(IReadOnlyList<EtcdMember> members, ulong id) =>
        members.FirstOrDefault(m => m.Id == id && !m.Removed)
            ?? throw new EtcdRefusal(EtcdRefusal.NotFound, "etcdserver: member not found");

    private static IEnumerable<Member> Messages(IEnumerable<EtcdMember> members) =>
        members.Where(m => !m.Removed).Select(m => new Member
        {
            ID = m.Id,
            Name = m.Name,
            PeerURLs = { $"https://{m.Name}:2380" },
            ClientURLs = { $"https://{m.Name}:2379" },
        });
}
