using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Admission.BuiltIn;
using Slipway.Server.Clients;
using Slipway.Server.Http;
using Slipway.Server.Resources;
using Slipway.Server.Security;
using Slipway.Server.Upkeep;
using Slipway.Server.Verbs;
using Slipway.Server.Verbs.Writing;
using Slipway.Server.Watching;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Server;

/// <summary>
/// A Kubernetes API server in this process: a store, the verbs over it, upkeep, and, where wanted, an HTTPS endpoint. Many
/// may live in one process.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly EmbeddedServerOptions _options;
    private readonly ApiContext _api;
    private readonly ApiVerbs _verbs;
    private readonly UpkeepHost _upkeep;
    private readonly ServerPki? _pki;
    private HttpHost? _http;
    private X509Certificate2? _certificate;
    private X509Certificate2Collection? _authorities;
    private int _disposed;

    private EmbeddedServer(EmbeddedServerOptions options, IStore store, ServerPki? pki)
    {
        _options = options;
        _pki = pki;
        var registry = new ResourceRegistry(options.Converters);
        var cache = new WatchCache(store, registry, options.Time, options.Logs.CreateLogger<WatchCache>());
        var admission = new AdmissionChain(BuiltInRules.All(registry, options.Time), options.Admissions);
        _api = new ApiContext(store, cache, registry, admission, options.Time, options.Random);
        _verbs = new ApiVerbs(_api);
        var desk = new ObjectDesk(_api, _verbs);
        _upkeep = new UpkeepHost(
            [
                new GarbageCollector(desk),
                new NamespaceEmptying(desk),
                new DefinitionCleanup(desk),
                new NamespaceBasics(desk, pki?.AuthorityCertificatePem ?? ""),
                new EventExpiry(desk),
                new Compaction(store),
                .. options.PretendDeployments ? [new PretendDeployments(desk)] : (IReadOnlyList<IChore>)[],
            ],
            options.Time,
            options.Logs.CreateLogger<UpkeepHost>());
        cache.Add(_upkeep);
        Client = ClientFor(Caller.Self);
    }

    /// <summary>A client in this process, in the name of the program itself.</summary>
    public IClient Client { get; }

    /// <summary>Where the server listens; an address with port 0 where it does not.</summary>
    public Uri Address => _http?.Address ?? new Uri("https://127.0.0.1:0");

    /// <summary>The administrator's kubeconfig as YAML; empty where the server has no certificates.</summary>
    public string AdminKubeconfig => _pki?.Kubeconfig(Address, _options.ClusterName).ToYaml() ?? "";

    /// <summary>The server's certificates; null where it neither listens nor was given any.</summary>
    public ServerPki? Pki => _pki;

    /// <summary>Starts a server; it serves everything it was given when this returns.</summary>
    /// <param name="options">What it is given.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message says which.</exception>
    /// <exception cref="StoreOpenException">The store cannot be opened.</exception>
    /// <exception cref="IOException">The address cannot be had.</exception>
    public static async Task<EmbeddedServer> StartAsync(EmbeddedServerOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var pki = options.Pki ?? (options.Listen ? await PkiAsync(options, cancellation) : null);
        var store = await StoreUrl.OpenAsync(options.Store, cancellation);
        var server = new EmbeddedServer(options, store, pki);
        try
        {
            await server.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client in this process, in the name of somebody else.</summary>
    /// <param name="caller">In whose name.</param>
    public IClient ClientFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new InProcessClient(_api.Registry, _verbs, caller);
    }

    /// <summary>Waits until everything that was acknowledged can be read.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask ReadyAsync(CancellationToken cancellation) => _api.Cache.FreshAsync(cancellation);

    /// <summary>Ends connections, watches and upkeep, then closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (_http is not null)
        {
            await _http.DisposeAsync();
        }

        await _upkeep.DisposeAsync();
        await _api.Cache.DisposeAsync();
        await _api.Store.DisposeAsync();
        _certificate?.Dispose();
        foreach (var authority in _authorities ?? [])
        {
            authority.Dispose();
        }
    }

    private static void Check(EmbeddedServerOptions options)
    {
        var result = new EmbeddedServerOptionsCheck().Validate(name: null, options);
        if (result.Failed)
        {
            throw new ArgumentException($"The server's options are not right: {result.FailureMessage}");
        }

        _ = options.HostAddress;
    }

    private static async ValueTask<ServerPki> PkiAsync(EmbeddedServerOptions options, CancellationToken cancellation)
    {
        using var pool = options.Keys is null ? new KeyPool() : null;
        return await ServerPki.CreateAsync(
            options.Keys ?? pool!, options.KeyAlgorithm, [.. options.AlternativeNames, options.HostAddress.ToString()], options.Time, cancellation);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        await _api.Cache.StartAsync(cancellation);
        if (_options.CustomResourceDefinitions.Count > 0)
        {
            await new DefinitionInstaller(_api).InstallAsync(_options.CustomResourceDefinitions, cancellation);
        }

        await SystemObjects.EnsureAsync(new ObjectDesk(_api, _verbs), cancellation);
        _upkeep.Start();
        if (_options.Listen)
        {
            await ListenAsync(_pki!, cancellation);
        }
    }

    private async Task ListenAsync(ServerPki pki, CancellationToken cancellation)
    {
        _certificate = new IssuedCertificate(pki.ServingCertificatePem, PrivateKey.FromPem(pki.ServingKeyPem)).ToX509();
        _authorities = [];
        _authorities.ImportFromPem(pki.AuthorityCertificatePem);
        _http = new HttpHost(new HttpHostOptions
        {
            Registry = _api.Registry,
            Verbs = _verbs,
            ServingCertificate = _certificate,
            ClientAuthorities = _authorities,
            KubernetesVersion = _options.KubernetesVersion,
            Clock = _options.Time,
            Random = _options.Random,
            Logs = _options.Logs,
            StreamHandlers = _options.StreamHandlers,
            HealthChecks = [new HealthCheck("store", _api.Cache.Fault)],
            Host = _options.HostAddress,
            Port = _options.Port,
        });
        await _http.StartAsync(cancellation);
    }
}
