using Grpc.Core;
using Slipway.Etcd.Protocol;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>Speaks etcd's own protocol with the members of workload clusters; channels stay open between calls.</summary>
/// <param name="time">The clock.</param>
public sealed class EtcdMembership(TimeProvider time) : IEtcdMembership, IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, Open> _open = [];

    /// <inheritdoc/>
    public ValueTask<EtcdSnapshot> ReadAsync(EtcdAccess at, CancellationToken cancellation) => AskAsync(
        at,
        "list the members",
        async (channel, limited) =>
        {
            var members = await channel.Members.MemberListAsync(new MemberListRequest { Linearizable = true }, cancellationToken: limited);
            var alarms = await channel.Maintenance.AlarmAsync(new AlarmRequest { Action = AlarmRequest.Types.AlarmAction.Get }, cancellationToken: limited);
            return new EtcdSnapshot(
                [.. members.Members.Select(m => new EtcdMember(m.ID, m.Name, m.IsLearner))],
                [.. alarms.Alarms.Where(a => a.Alarm != AlarmType.None).Select(a => new EtcdAlarm(a.MemberID, NameOf(a.Alarm)))]);
        },
        cancellation);

    /// <inheritdoc/>
    public async ValueTask<bool> MoveLeaderAsync(EtcdAccess at, string from, string to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(at);
        var (leader, members) = await AskAsync(
            at,
            "find the leader",
            async (channel, limited) => (
                (await channel.Maintenance.StatusAsync(new StatusRequest(), cancellationToken: limited)).Leader,
                (await channel.Members.MemberListAsync(new MemberListRequest { Linearizable = true }, cancellationToken: limited)).Members),
            cancellation);
        if (members.FirstOrDefault(m => m.ID == leader) is not { } leading || leading.Name != from)
        {
            return false;
        }

        var target = members.FirstOrDefault(m => m.Name == to)
            ?? throw new WorkloadUnreachableException($"The etcd cluster of {at.Cluster.Key} has no member {to} that could lead it.");

        // Only the leader can give its place away.
        await AskAsync(
            at with { Nodes = [from] },
            $"make {to} the leader",
            async (channel, limited) => await channel.Maintenance.MoveLeaderAsync(new MoveLeaderRequest { TargetID = target.ID }, cancellationToken: limited),
            cancellation);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(EtcdAccess at, ulong member, CancellationToken cancellation) => await AskAsync(
        at,
        "remove a member",
        async (channel, limited) =>
        {
            try
            {
                await channel.Members.MemberRemoveAsync(new MemberRemoveRequest { ID = member }, cancellationToken: limited);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
            {
                // Gone already: that is what was wanted.
            }

            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public void Forget(ObjectKey cluster)
    {
        Open? open;
        lock (_gate)
        {
            _open.Remove(cluster, out open);
        }

        open?.Dispose();
    }

    /// <summary>Closes all channels.</summary>
    public void Dispose()
    {
        List<Open> all;
        lock (_gate)
        {
            all = [.. _open.Values];
            _open.Clear();
        }

        all.ForEach(o => o.Dispose());
    }

    private static string NameOf(AlarmType alarm) => alarm switch
    {
        AlarmType.Nospace => "NOSPACE",
        AlarmType.Corrupt => "CORRUPT",
        _ => $"ALARM {(int)alarm}",
    };

    // The first Node whose member answers; what all of them said where none does.
    private async ValueTask<T> AskAsync<T>(
        EtcdAccess at, string what, Func<EtcdChannel, CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(at);
        var failures = new List<string>();
        Exception? last = null;
        foreach (var node in at.Nodes)
        {
            using var limit = new CancellationTokenSource(CallLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            try
            {
                return await call(Channel(at, node), either.Token);
            }
            catch (RpcException e) when (!cancellation.IsCancellationRequested)
            {
                last = e;
                failures.Add($"{node}: {(limit.IsCancellationRequested ? $"no answer within {CallLimit.TotalSeconds:0} s" : Said(e))}");
                Close(at.Cluster.Key, node);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        throw new WorkloadUnreachableException(
            failures.Count == 0
                ? $"Failed to connect to etcd of {at.Cluster.Key} to {what}: no Node with a member is known"
                : $"Failed to connect to etcd of {at.Cluster.Key} to {what}: {string.Join("; ", failures)}",
            last);
    }

    // The innermost sentence tells most: a refused port-forward, a certificate, a member's own words.
    private static string Said(RpcException e)
    {
        Exception inner = e;
        while ((inner is RpcException { Status.DebugException: { } debug } ? debug : inner.InnerException) is { } next)
        {
            inner = next;
        }

        return inner == e ? e.Status.Detail : inner.Message;
    }

    private EtcdChannel Channel(EtcdAccess at, string node)
    {
        Open? outdated = null;
        try
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (!_open.TryGetValue(at.Cluster.Key, out var open) || open.Cluster != at.Cluster || !open.Credentials.AreGood(at, now))
                {
                    outdated = open;
                    _open[at.Cluster.Key] = open = new Open(at.Cluster, EtcdCredentials.Make(at, now));
                }

                if (!open.Channels.TryGetValue(node, out var channel))
                {
                    open.Channels[node] = channel = new EtcdChannel(at.Cluster, node, open.Credentials.Options(EtcdChannel.PodOf(node)));
                }

                return channel;
            }
        }
        finally
        {
            outdated?.Dispose();
        }
    }

    private void Close(ObjectKey cluster, string node)
    {
        EtcdChannel? channel = null;
        lock (_gate)
        {
            if (_open.TryGetValue(cluster, out var open))
            {
                open.Channels.Remove(node, out channel);
            }
        }

        channel?.Dispose();
    }

    private sealed record Open(WorkloadCluster Cluster, EtcdCredentials Credentials) : IDisposable
    {
        public Dictionary<string, EtcdChannel> Channels { get; } = [];

        public void Dispose()
        {
            foreach (var channel in Channels.Values)
            {
                channel.Dispose();
            }

            Credentials.Dispose();
        }
    }
}
