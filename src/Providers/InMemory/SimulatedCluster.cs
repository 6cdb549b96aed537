using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Providers.InMemory.Etcd;
using Slipway.Providers.Shared;
using Slipway.Runtime.Clients;
using Slipway.Server;
using Slipway.Server.Streams;

namespace Slipway.Providers.InMemory;

/// <summary>
/// One simulated workload cluster: a port from the start, and an API server of its own from the moment when its first
/// control-plane machine is up.
/// </summary>
internal sealed class SimulatedCluster : IStreamHandler, IAsyncDisposable
{
    private static readonly TimeSpan CertificateLifetime = TimeSpan.FromDays(365);
    private readonly ProviderContext _context;
    private readonly EtcdHost _etcdHost;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, X509Certificate2> _memberCertificates = new(StringComparer.Ordinal);
    private PortReservation? _reservation;
    private EmbeddedServer? _server;
    private CertificateAuthority? _etcdAuthority;
    private X509Certificate2? _etcdRoot;

    /// <summary>Takes the port.</summary>
    /// <param name="context">What the provider works with.</param>
    /// <param name="etcdHost">Speaks for etcd members.</param>
    /// <param name="infra">The infrastructure cluster.</param>
    /// <param name="port">The port it had before; 0 for any.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public SimulatedCluster(ProviderContext context, EtcdHost etcdHost, ObjectMeta infra, int port)
    {
        _context = context;
        _etcdHost = etcdHost;
        Uid = infra.Uid;
        Namespace = infra.Namespace;
        _reservation = PortReservation.Take(port);
        Port = _reservation.Port;
    }

    /// <summary>The infrastructure cluster's uid.</summary>
    public string Uid { get; }

    /// <summary>The infrastructure cluster's namespace.</summary>
    public string Namespace { get; }

    /// <summary>Where its API server listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Its API; null before its first control-plane machine is up.</summary>
    public IClient? Client => _server?.Client;

    /// <summary>Its etcd members; only while <see cref="Client"/> is there.</summary>
    public EtcdCluster Etcd => new(Client!, _context.Options.Time);

    /// <summary>Whether an API server of an earlier run of this program left its store.</summary>
    public bool HasStore => StoreFile is { } file && File.Exists(file);

    private string? StoreFile => _context.ClusterDirectory is { } folder ? Path.Combine(folder, Uid + ".db") : null;

    /// <summary>Starts the API server, with certificates of the cluster's own authority.</summary>
    /// <param name="cluster">The Cluster's name, which names the Secrets with its authorities.</param>
    /// <param name="version">The Kubernetes version that it reports.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The API.</returns>
    /// <exception cref="ApiException">A Secret with an authority is missing.</exception>
    public async ValueTask<IClient> StartAsync(string cluster, string version, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_server is null)
            {
                var authority = await ClusterSecrets.AuthorityAsync(_context.Client, new ObjectKey(Namespace, cluster + "-ca"), cancellation);
                _etcdAuthority = await ClusterSecrets.AuthorityAsync(_context.Client, new ObjectKey(Namespace, cluster + "-etcd"), cancellation);
                _etcdRoot = X509Certificate2.CreateFromPem(_etcdAuthority.CertificatePem);
                var key = await _context.Keys.NextAsync(KeyAlgorithm.EcdsaP256, cancellation);
                var serving = authority.Issue(
                    new CertificateTerms("kube-apiserver", _context.Options.Time.GetUtcNow(), CertificateLifetime)
                    {
                        Hosts = ["localhost", "127.0.0.1", "kubernetes", "kubernetes.default", "kubernetes.default.svc"],
                        Usages = CertificateUsages.Server,
                    },
                    key);
                _reservation?.Dispose();
                _reservation = null;
                _server = await EmbeddedServer.StartAsync(Options(authority, serving, version), cancellation);
            }

            return _server.Client;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public bool Handles(StreamRequest request) =>
        request is { Namespace: "kube-system", Subresource: "portforward", Port: 2379 } && request.Pod.StartsWith("etcd-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task HandleAsync(StreamRequest request, Stream stream, CancellationToken cancellation)
    {
        var members = await Etcd.MembersAsync(cancellation);
        if (!members.Any(m => m.Pod == request.Pod))
        {
            throw new IOException($"The pod {request.Pod} is not there.");
        }

        await _etcdHost.ServeAsync(
            stream, new EtcdConnection(Etcd, request.Pod), await MemberCertificateAsync(request.Pod, cancellation), _etcdRoot!, cancellation);
    }

    /// <summary>Stops the API server and removes its store.</summary>
    public async ValueTask RemoveAsync()
    {
        await DisposeAsync();
        if (StoreFile is { } file)
        {
            foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            {
                File.Delete(left);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _reservation?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        foreach (var certificate in _memberCertificates.Values)
        {
            certificate.Dispose();
        }

        _etcdRoot?.Dispose();
        _turn.Dispose();
    }

    private EmbeddedServerOptions Options(CertificateAuthority authority, IssuedCertificate serving, string version) => new()
    {
        Store = StoreFile is { } file ? $"sqlite:{file}?sync=off" : "memory:",
        Port = Port,
        Time = _context.Options.Time,
        Random = _context.Options.Random,
        Logs = _context.Options.Logs,
        Keys = _context.Keys,
        Pki = new ServerPki
        {
            AuthorityCertificatePem = authority.CertificatePem,
            ServingCertificatePem = serving.CertificatePem,
            ServingKeyPem = serving.KeyPem,
        },
        KubernetesVersion = version,
        StreamHandlers = [this],
    };

    private async ValueTask<X509Certificate2> MemberCertificateAsync(string pod, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!_memberCertificates.TryGetValue(pod, out var certificate))
            {
                var name = pod["etcd-".Length..];
                var terms = new CertificateTerms(name, _context.Options.Time.GetUtcNow(), CertificateLifetime)
                {
                    Hosts = ["localhost", "127.0.0.1", name, pod],
                };
                certificate = _etcdAuthority!.Issue(terms, await _context.Keys.NextAsync(KeyAlgorithm.EcdsaP256, cancellation)).ToX509();
                _memberCertificates[pod] = certificate;
            }

            return certificate;
        }
        finally
        {
            _turn.Release();
        }
    }
}
