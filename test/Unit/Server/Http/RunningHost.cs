using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Server.Http;

namespace Slipway.Unit.Server.Http;

/// <summary>A host on loopback over fake verbs, and a client of it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private RunningHost(HttpHost host, FakeVerbs verbs, FakeRegistry registry)
    {
        Host = host;
        Verbs = verbs;
        Registry = registry;
        Client = Connect(TestPki.Shared.Admin);
    }

    public HttpHost Host { get; }

    public FakeVerbs Verbs { get; }

    public FakeRegistry Registry { get; }

    public HttpClient Client { get; }

    public static async Task<RunningHost> StartAsync(Func<HttpHostOptions, HttpHostOptions>? change = null)
    {
        var (verbs, registry) = (new FakeVerbs(), new FakeRegistry());
        var options = new HttpHostOptions
        {
            Registry = registry,
            Verbs = verbs,
            ServingCertificate = TestPki.Shared.Serving,
            ClientAuthorities = [TestPki.Shared.Authority],
            KubernetesVersion = "v1.36.0",
            Clock = TimeProvider.System,
            Random = RandomSource.Seeded(1),
        };
        var host = new HttpHost(change?.Invoke(options) ?? options);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, verbs, registry);
    }

    /// <summary>How the admin reaches the host.</summary>
    public Kubeconfig Kubeconfig => new(Host.Address.AbsoluteUri)
    {
        CertificateAuthorityPem = TestPki.Shared.Authority.ExportCertificatePem(),
        ClientCertificatePem = TestPki.Shared.Admin.ExportCertificatePem(),
        ClientKeyPem = TestPki.Shared.Admin.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
    };

    /// <summary>A client that trusts the host.</summary>
    /// <param name="certificate">Who it is; null for nobody.</param>
    public HttpClient Connect(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { TestPki.Shared.Authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                ClientCertificates = certificate is null ? null : [certificate],
                LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            },
        };
        return new HttpClient(handler)
        {
            BaseAddress = Host.Address,
            DefaultRequestVersion = HttpVersion.Version20,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
