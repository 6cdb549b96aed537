extern alias ControllersProject;

using ControllersProject::Slipway.Etcd.Protocol;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.Workloads;

/// <summary>etcd's own protocol over mutual TLS over a stream, as through a port-forward.</summary>
public sealed class EtcdMembershipTests : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly EtcdMembership _etcd = new(TimeProvider.System);
    private readonly Dictionary<string, EtcdServer> _servers = [];
    private readonly List<ulong> _removed = [];
    private readonly List<ulong> _leaders = [];
    private CertificateAuthority _authority = null!;
    private InformerCache _cache = null!;
    private WorkloadCluster _cluster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _authority = CertificateAuthority.Create("etcd-ca", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), _now.AddMinutes(-10), TimeSpan.FromDays(2));
        foreach (var node in (string[])["a", "b"])
        {
            var server = await EtcdServer.StartAsync(_authority, _now);
            server.Answers["etcdserverpb.Cluster/MemberList"] = _ => Members();
            server.Answers["etcdserverpb.Maintenance/Alarm"] = _ => new AlarmResponse { Alarms = { new AlarmMember { MemberID = 2, Alarm = AlarmType.Nospace } } };
            server.Answers["etcdserverpb.Maintenance/Status"] = _ => new StatusResponse { Leader = 1 };
            server.Answers["etcdserverpb.Cluster/MemberRemove"] = body =>
            {
                _removed.Add(MemberRemoveRequest.Parser.ParseFrom(body).ID);
                return new MemberRemoveResponse();
            };
            server.Answers["etcdserverpb.Maintenance/MoveLeader"] = body =>
            {
                if (node != "a")
                {
                    throw new InvalidOperationException("not the leader");
                }

                _leaders.Add(MoveLeaderRequest.Parser.ParseFrom(body).TargetID);
                return new MoveLeaderResponse();
            };
            _servers[node] = server;
        }

        var client = new MemoryClient();
        _cache = new InformerCache(client, new RuntimeOptions());
        var connector = new FakeConnector(client)
        {
            OpenPort = (pod, cancellation) => _servers.TryGetValue(pod["etcd-".Length..], out var server)
                ? server.OpenAsync(cancellation)
                : throw new WorkloadUnreachableException($"There is no Pod {pod}."),
        };
        _cluster = new WorkloadCluster(new ObjectKey("ns", "c"), "uid", connector.Connect("x"u8.ToArray()), _cache, static () => { });
    }

    public async ValueTask DisposeAsync()
    {
        _etcd.Dispose();
        await _cache.DisposeAsync();
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Members_and_alarms_are_listed()
    {
        var snapshot = await _etcd.ReadAsync(Access("a"), Cancellation);
        Assert.Equal([new EtcdMember(1, "a"), new EtcdMember(2, "b"), new EtcdMember(3, "c", IsLearner: true)], snapshot.Members);
        Assert.Equal(["NOSPACE"], snapshot.AlarmsOf(snapshot.MemberOf("b")!));
        Assert.Equal(["cluster-api.x-k8s.io"], _servers["a"].Clients);
    }

    [Fact]
    public async Task The_next_node_is_asked_where_one_does_not_answer() =>
        Assert.Equal(3, (await _etcd.ReadAsync(Access("gone", "b"), Cancellation)).Members.Count);

    [Fact]
    public async Task Where_nobody_answers_each_is_named()
    {
        var failure = await Assert.ThrowsAsync<WorkloadUnreachableException>(async () => await _etcd.ReadAsync(Access("gone", "lost"), Cancellation));
        Assert.Equal(
            "Failed to connect to etcd of ns/c to list the members: gone: There is no Pod etcd-gone.; lost: There is no Pod etcd-lost.", failure.Message);
    }

    [Fact]
    public async Task A_member_of_another_authority_is_not_trusted()
    {
        var other = CertificateAuthority.Create("other", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), _now.AddMinutes(-10), TimeSpan.FromDays(2));
        await Assert.ThrowsAsync<WorkloadUnreachableException>(async () => await _etcd.ReadAsync(
            new EtcdAccess(_cluster, ["a"], other.CertificatePem, other.Key.ToPem()), Cancellation));
    }

    [Fact]
    public async Task The_leader_itself_gives_its_place_away()
    {
        Assert.True(await _etcd.MoveLeaderAsync(Access("b", "a"), "a", "b", Cancellation));
        Assert.Equal([2ul], _leaders);
    }

    [Fact]
    public async Task Who_does_not_lead_need_not_give_anything_away()
    {
        Assert.False(await _etcd.MoveLeaderAsync(Access("a"), "b", "a", Cancellation));
        Assert.Empty(_leaders);
    }

    [Fact]
    public async Task A_member_is_removed()
    {
        await _etcd.RemoveAsync(Access("a"), 3, Cancellation);
        Assert.Equal([3ul], _removed);
    }

    private static MemberListResponse Members() => new()
    {
        Members =
        {
            new Member { ID = 1, Name = "a" },
            new Member { ID = 2, Name = "b" },
            new Member { ID = 3, Name = "c", IsLearner = true },
        },
    };

    private EtcdAccess Access(params string[] nodes) => new(_cluster, nodes, _authority.CertificatePem, _authority.Key.ToPem());
}
