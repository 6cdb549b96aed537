using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Admission.BuiltIn;
using Slipway.Server.Admission.Gates;
using Slipway.Server.Admission.Policies;
using Slipway.Server.Admission.Webhooks;
using Slipway.Server.Callouts;
using Slipway.Server.Clients;
using Slipway.Server.Converting;
using Slipway.Server.Http;
using Slipway.Server.Http.Access;
using Slipway.Server.Metrics;
using Slipway.Server.Resources;
using Slipway.Server.Security;
using Slipway.Server.Security.Audit;
using Slipway.Server.Security.Encryption;
using Slipway.Server.Security.Gates;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Security.Reviews;
using Slipway.Server.Security.Tokens;
using Slipway.Server.Upkeep;
using Slipway.Server.Verbs;
using Slipway.Server.Verbs.Admitting;
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
    private readonly IVerbs _verbs;
    private readonly Authorizer _authorizer;
    private readonly AccountTokens _accounts;
    private readonly TokenAuthentication _tokens;
    private readonly UpkeepHost _upkeep;
    private readonly ServerPki? _pki;
    private readonly CalloutClients _callouts;
    private readonly ServerMetrics _metrics = new();
    private readonly ControllerMetrics? _controllers;
    private AuditLog? _audit;
    private HttpHost? _http;
    private X509Certificate2? _certificate;
    private X509Certificate2Collection? _authorities;
    private int _disposed;

    private EmbeddedServer(EmbeddedServerOptions options, IStore store, ServerPki? pki)
    {
        _options = options;
        _pki = pki;
        _callouts = new CalloutClients(options.Services, options.Time);
        var registry = new ResourceRegistry(options.Converters)
        {
            Webhooks = (kind, spec) => WebhookConverter.Of(kind, spec, _callouts, options.Random),
        };
        var cache = new WatchCache(store, registry, options.Time, options.Logs.CreateLogger<WatchCache>());
        var admission = new AdmissionChain(
            [.. BuiltInRules.All(registry, options.Time), .. WebhookConfigurationRules.All, new PolicyRules(), new PolicyBindingRules()],
            [new AccountAdmission(cache, options.Random), .. options.Admissions]);
        var webhooks = new WebhookSet(options.Logs.CreateLogger<WebhookSet>());
        cache.Add(webhooks);
        var roles = new LiveRoles(cache);
        cache.Add(roles);
        _authorizer = new Authorizer(roles.FreshAsync);
        _accounts = new AccountTokens(new TokenKeys(pki?.TokenKeysPem ?? []), options.Access.TokenIssuer, cache, options.Time, options.Random);
        _tokens = new TokenAuthentication(new StaticTokens(options.Access.StaticTokens), _accounts, new BootstrapTokens(cache, options.Time), cache);
        var variables = new RequestVariables((who, what) => who.IsMaster ? new Decision(true, "") : Authorizer.Decide(roles.Current(), who, what));
        var policies = new PolicySet(options.Logs.CreateLogger<PolicySet>());
        cache.Add(policies);
        var caller = new WebhookCaller(
            _callouts,
            variables,
            options.Random,
            _metrics.Webhooks,
            options.Logs.CreateLogger<WebhookCaller>());
        _api = new ApiContext(store, cache, registry, admission, options.Time, options.Random)
        {
            Escalation = new EscalationGate(roles),
            Signers = new SignerGate(roles),
            Gate = new AdmissionGate(admission, webhooks, caller, new PolicyJudge(policies, variables, registry, cache), cache),
        };
        var verbs = new ApiVerbs(_api);
        _verbs = new ReviewVerbs(
            verbs, new AccessReviews(_authorizer), new IdentityReviews(_tokens), new TokenRequests(_accounts, cache, options.Access.LongestToken));
        var desk = new ObjectDesk(_api, verbs);
        _upkeep = new UpkeepHost(
            [
                new GarbageCollector(desk),
                new NamespaceEmptying(desk),
                new DefinitionCleanup(desk),
                new RoleAggregation(desk),
                new NamespaceBasics(desk, pki?.AuthorityCertificatePem ?? ""),
                new EventExpiry(desk),
                new Compaction(store),
                .. options.PretendDeployments ? [new PretendDeployments(desk)] : (IReadOnlyList<IChore>)[],
            ],
            options.Time,
            options.Logs.CreateLogger<UpkeepHost>());
        cache.Add(_upkeep);
        _controllers = options.ControllerMetrics ? new ControllerMetrics() : null;
        _metrics.Add([.. ServerNumbers.Of(_api, _upkeep, options.KubernetesVersion, _controllers), .. _controllers?.All ?? []]);
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
    /// <exception cref="EncryptionException">The encryption configuration, or what is stored, cannot be read.</exception>
    /// <exception cref="FormatException">The audit policy cannot be read.</exception>
    /// <exception cref="StoreOpenException">The store cannot be opened.</exception>
    /// <exception cref="IOException">The address cannot be had.</exception>
    public static async Task<EmbeddedServer> StartAsync(EmbeddedServerOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var pki = options.Pki ?? (options.Listen ? await PkiAsync(options, cancellation) : null);
        var store = await OpenAsync(options, cancellation);
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

        if (_audit is not null)
        {
            await _audit.DisposeAsync();
        }

        await _upkeep.DisposeAsync();
        await _api.Cache.DisposeAsync();
        _callouts.Dispose();
        _controllers?.Dispose();
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

    private static async ValueTask<IStore> OpenAsync(EmbeddedServerOptions options, CancellationToken cancellation)
    {
        var rules = options.Encryption is { } text ? EncryptionRules.Parse(text) : null;
        var store = await StoreUrl.OpenAsync(options.Store, cancellation);
        if (rules is null)
        {
            return store;
        }

        var closed = new SealedStore(store, rules);
        try
        {
            await closed.RenewAsync(cancellation);
            return closed;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private AuditTrail? OpenAudit()
    {
        if (_options.Audit is not { } wanted)
        {
            return null;
        }

        var policy = AuditPolicy.Parse(wanted.Policy);
        _audit = new AuditLog(new RotatingFile(wanted.Path, wanted.LargestFile, wanted.FilesKept), _options.Logs.CreateLogger<AuditLog>());
        return new AuditTrail(policy, _audit, _options.Time);
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

        var desk = new ObjectDesk(_api, _verbs);
        await SystemObjects.EnsureAsync(desk, cancellation);
        await new RoleDefaults(_api, desk).EnsureAsync(cancellation);
        _upkeep.Start();
        if (_options.Listen)
        {
            await ListenAsync(_pki!, cancellation);
        }
    }

    private async ValueTask<IReadOnlyList<string>> ConnectingAsync(Call call, JsonObject connection, CancellationToken cancellation)
    {
        if (!_api.Gate.Stands(call.Definition))
        {
            return [];
        }

        var findings = new Findings();
        await _api.Gate.PassAsync(Passages.Connection(call, connection), findings, cancellation);
        return findings.Warnings;
    }

    private IReadOnlyList<HealthCheck> Checks() =>
    [
        new("store", () => _api.StoreHealth.Fault),
        new("watch-cache", _api.Cache.Fault),
        new("informer-sync", _api.Lag) { IsOfReadinessOnly = true },
    ];

    private async Task ListenAsync(ServerPki pki, CancellationToken cancellation)
    {
        _certificate = new IssuedCertificate(pki.ServingCertificatePem, PrivateKey.FromPem(pki.ServingKeyPem)).ToX509();
        _authorities = [];
        _authorities.ImportFromPem(pki.AuthorityCertificatePem);
        _http = new HttpHost(new HttpHostOptions
        {
            Registry = _api.Registry,
            Verbs = _options.Audit is null ? _verbs : new AuditedVerbs(_verbs),
            Audit = OpenAudit(),
            ServingCertificate = _certificate,
            ClientAuthorities = _authorities,
            KubernetesVersion = _options.KubernetesVersion,
            Clock = _options.Time,
            Random = _options.Random,
            Logs = _options.Logs,
            StreamHandlers = _options.StreamHandlers,
            Connecting = ConnectingAsync,
            HealthChecks = Checks(),
            Metrics = _metrics,
            ShutdownDelay = _options.ShutdownDelay,
            ShutdownGrace = _options.ShutdownGrace,
            Access = new AccessRules { Authorizer = _authorizer, Tokens = _tokens, Anonymous = _options.Access.Anonymous },
            Issuer = new IssuerPages(_accounts),
            Host = _options.HostAddress,
            Port = _options.Port,
        });
        await _http.StartAsync(cancellation);
    }
}
