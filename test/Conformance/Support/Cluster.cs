using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using Slipway.Machinery.Pki;
using Slipway.Server;

namespace Slipway.Conformance.Support;

/// <summary>One server in this process, spoken to over HTTPS on loopback by strangers.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EmbeddedServer _server;
    private readonly string _home;
    private int _spaces;

    private Cluster(EmbeddedServer server, Faults faults)
    {
        Faults = faults;
        _server = server;
        _home = Directory.CreateTempSubdirectory("slipway-conformance-").FullName;
        KubeconfigPath = Path.Combine(_home, "kubeconfig");
        File.WriteAllText(KubeconfigPath, server.AdminKubeconfig);
        Admin = Connect(X509Certificate2.CreateFromPem(server.Pki!.AdminCertificatePem, server.Pki.AdminKeyPem));
        Nobody = Connect(certificate: null);
    }

    /// <summary>What the server logged as errors.</summary>
    public Faults Faults { get; }

    /// <summary>Where the server listens.</summary>
    public Uri Address => _server.Address;

    /// <summary>A client with the administrator's certificate.</summary>
    public HttpClient Admin { get; }

    /// <summary>A client without credentials.</summary>
    public HttpClient Nobody { get; }

    /// <summary>The administrator's kubeconfig.</summary>
    public string KubeconfigPath { get; }

    /// <summary>A folder of its own, for kubectl's caches and for files.</summary>
    public string Home => _home;

    /// <summary>Starts a server.</summary>
    /// <param name="change">Changes its options.</param>
    public static async Task<Cluster> StartAsync(Func<EmbeddedServerOptions, EmbeddedServerOptions>? change = null)
    {
        var faults = new Faults();
        var options = new EmbeddedServerOptions { CustomResourceDefinitions = [.. Samples.Definitions.Select(Encoding.UTF8.GetBytes)], Logs = faults };
        return new Cluster(await EmbeddedServer.StartAsync(change?.Invoke(options) ?? options, CancellationToken.None), faults);
    }

    /// <summary>The official client, as the administrator.</summary>
    public Kubernetes Official() => new(KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeconfigPath));

    /// <summary>A name that no other test uses.</summary>
    public string NewName() => $"t{Interlocked.Increment(ref _spaces)}";

    /// <summary>A client with a certificate of the server's authority.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="groups">The user's groups.</param>
    public HttpClient As(string user, params string[] groups)
    {
        var authority = CertificateAuthority.FromPem(_server.Pki!.AuthorityCertificatePem, _server.Pki.AuthorityKeyPem);
        var issued = authority.Issue(
            new CertificateTerms(user, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeSpan.FromHours(1)) { Organizations = groups, Usages = CertificateUsages.Client },
            PrivateKey.Generate(KeyAlgorithm.EcdsaP256));
        return Connect(X509Certificate2.CreateFromPem(issued.CertificatePem, issued.KeyPem));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        Nobody.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private HttpClient Connect(X509Certificate2? certificate)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509Certificate2.CreateFromPem(_server.Pki!.AuthorityCertificatePem));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            EnableMultipleHttp2Connections = true,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = trust,
                ClientCertificates = certificate is null ? null : [certificate],
                LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            },
        };
        return new HttpClient(handler) { BaseAddress = _server.Address, DefaultRequestVersion = HttpVersion.Version20, Timeout = Patience };
    }
}
