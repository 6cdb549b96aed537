using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Slipway.Store.Etcd.Protocol;

namespace Slipway.Store.Etcd;

/// <summary>
/// The members of an etcd cluster, of which one is spoken to as long as it answers. Connections are made with the first call
/// and again after they broke; calls without side effects are made again, at the next member, until patience ends.
/// </summary>
internal sealed class EtcdConnection : IDisposable
{
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A watch of a member that lost its leader ends instead of falling silent.
    private static readonly Metadata OnlyWithLeader = new() { { "hasleader", "true" } };

    private readonly List<GrpcChannel> _channels = [];
    private readonly List<KV.KVClient> _stores;
    private readonly List<Watch.WatchClient> _watches;
    private readonly TimeProvider _clock;
    private readonly X509Certificate2? _certificate;
    private readonly X509Certificate2Collection _authorities = [];
    private int _current;

    /// <summary>Reads the certificates; connects to nobody yet.</summary>
    /// <param name="address">The cluster.</param>
    /// <param name="clock">The clock of limits and pauses.</param>
    /// <exception cref="StoreOpenException">A certificate cannot be read.</exception>
    public EtcdConnection(EtcdAddress address, TimeProvider clock)
    {
        _clock = clock;
        try
        {
            if (address.AuthorityFile is { } authorities)
            {
                _authorities.ImportFromPemFile(authorities);
            }

            _certificate = address.CertificateFile is { } certificate ? X509Certificate2.CreateFromPemFile(certificate, address.KeyFile) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StoreOpenException($"A certificate for etcd at {string.Join(',', address.Endpoints)} cannot be read: {e.Message}", e);
        }

        _channels.AddRange(address.Endpoints.Select(Channel));
        _stores = [.. _channels.Select(c => new KV.KVClient(c))];
        _watches = [.. _channels.Select(c => new Watch.WatchClient(c))];
    }

    /// <summary>How long a call is made again before it counts as failed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The number of the member that is spoken to.</summary>
    public int Member => Volatile.Read(ref _current);

    /// <summary>Turns to the next member.</summary>
    /// <param name="member">The one that failed; nothing happens where somebody turned away from it already.</param>
    public void Leave(int member) => Interlocked.CompareExchange(ref _current, (member + 1) % _channels.Count, member);

    /// <summary>The time since a call was begun.</summary>
    /// <param name="begin">When it was.</param>
    public TimeSpan Since(long begin) => _clock.GetElapsedTime(begin);

    /// <summary>Now, for <see cref="Since"/>.</summary>
    public long Now() => _clock.GetTimestamp();

    /// <summary>Waits before another attempt, longer each time.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task PauseAsync(int attempt, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortestPause.Ticks << Math.Min(attempt - 1, 16))), _clock, cancellation);

    /// <summary>Makes one attempt of a call.</summary>
    /// <param name="member">At which member.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="RpcException">The attempt failed.</exception>
    public async Task<T> AttemptAsync<T>(int member, Func<KV.KVClient, CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellation)
    {
        var options = new CallOptions(deadline: _clock.GetUtcNow().UtcDateTime + AttemptLimit, cancellationToken: cancellation);
        try
        {
            using var attempt = call(_stores[member], options);
            return await attempt.ResponseAsync;
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>Makes a call without side effects, again where it fails.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="RpcException">etcd refuses the call.</exception>
    /// <exception cref="StoreUnavailableException">No member answered.</exception>
    public async Task<T> ReadAsync<T>(Func<KV.KVClient, CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellation)
    {
        var begin = Now();
        for (var attempt = 1; ; attempt++)
        {
            var member = Member;
            try
            {
                return await AttemptAsync(member, call, cancellation);
            }
            catch (RpcException e) when (!EtcdFault.IsRefusal(e))
            {
                Leave(member);
                if (Since(begin) > Patience)
                {
                    throw new StoreUnavailableException($"etcd cannot be read: {EtcdFault.Text(e)}", e);
                }
            }

            await PauseAsync(attempt, cancellation);
        }
    }

    /// <summary>Begins to follow the changes of all keys.</summary>
    /// <param name="member">At which member.</param>
    /// <param name="from">The first revision wanted, from 1.</param>
    /// <param name="cancellation">Ends the stream.</param>
    /// <exception cref="RpcException">The member does not answer.</exception>
    public async Task<AsyncDuplexStreamingCall<WatchRequest, WatchResponse>> FollowAsync(int member, long from, CancellationToken cancellation)
    {
        var call = _watches[member].Watch(new CallOptions(OnlyWithLeader, cancellationToken: cancellation));
        try
        {
            var create = new WatchCreateRequest { Key = EtcdKeys.Zero, RangeEnd = EtcdKeys.Zero, StartRevision = from, PrevKv = true };
            await call.RequestStream.WriteAsync(new WatchRequest { CreateRequest = create }, cancellation);
            return call;
        }
        catch
        {
            call.Dispose();
            throw;
        }
    }

    /// <summary>How a member is.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="RpcException">It does not answer.</exception>
    public async Task<StatusResponse> StatusAsync(CancellationToken cancellation)
    {
        var options = new CallOptions(deadline: _clock.GetUtcNow().UtcDateTime + AttemptLimit, cancellationToken: cancellation);
        using var call = new Maintenance.MaintenanceClient(_channels[Member]).StatusAsync(new StatusRequest(), options);
        return await call.ResponseAsync;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _channels.ForEach(c => c.Dispose());
        _certificate?.Dispose();
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }
    }

    private GrpcChannel Channel(Uri endpoint)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectTimeout = ConnectLimit,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(10),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust() },
        };
        if (_certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [_certificate];
        }

        return GrpcChannel.ForAddress(endpoint, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
        });
    }

    private X509ChainPolicy? Trust()
    {
        if (_authorities.Count == 0)
        {
            return null;
        }

        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(_authorities);
        return trust;
    }
}
