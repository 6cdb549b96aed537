using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Server;

namespace Slipway.Unit.Server.Security;

/// <summary>A whole server on loopback, and clients of it in the name of anybody.</summary>
internal sealed class SecureServer : IAsyncDisposable
{
    private readonly List<IDisposable> _owned = [];

    private SecureServer(EmbeddedServer server, FakeTimeProvider time)
    {
        Server = server;
        Time = time;
        Admin = As("kubernetes-admin", "system:masters");
        Nobody = Connect(null);
    }

    public EmbeddedServer Server { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Admin { get; }

    public HttpClient Nobody { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SecureServer> StartAsync(Func<EmbeddedServerOptions, EmbeddedServerOptions>? change = null)
    {
        // Whole seconds, as tokens and metadata have them; near to the present, for the client side checks certificates.
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var time = new FakeTimeProvider(now);
        var options = new EmbeddedServerOptions { Time = time, Random = RandomSource.Seeded(1) };
        return new SecureServer(await EmbeddedServer.StartAsync(change?.Invoke(options) ?? options, Stop), time);
    }

    public HttpClient As(string user, params string[] groups)
    {
        var authority = CertificateAuthority.FromPem(Server.Pki!.AuthorityCertificatePem, Server.Pki.AuthorityKeyPem);
        var terms = new CertificateTerms(user, Time.GetUtcNow().AddMinutes(-1), TimeSpan.FromDays(1)) { Organizations = groups, Usages = CertificateUsages.Client };
        var certificate = authority.Issue(terms, PrivateKey.Generate(KeyAlgorithm.EcdsaP256)).ToX509();
        _owned.Add(certificate);
        return Connect(certificate);
    }

    public HttpClient WithToken(string token)
    {
        var client = Connect(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static Task<(int Code, JsonObject Body)> GetAsync(HttpClient client, string path, params (string Name, string Value)[] headers) =>
        AskAsync(client, HttpMethod.Get, path, null, headers);

    public static Task<(int Code, JsonObject Body)> PostAsync(HttpClient client, string path, string body, params (string Name, string Value)[] headers) =>
        AskAsync(client, HttpMethod.Post, path, body, headers);

    public static async Task<(int Code, JsonObject Body)> AskAsync(
        HttpClient client, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20 };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        }

        using var response = await client.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : new JsonObject { ["message"] = text });
    }

    /// <summary>Creates an object as the administrator.</summary>
    public async Task<JsonObject> MakeAsync(string path, string body)
    {
        var (code, made) = await PostAsync(Admin, path, body);
        Assert.True(code == 201, made.ToJsonString());
        return made;
    }

    /// <summary>Gives a user a cluster role made of rules.</summary>
    public async Task GrantAsync(string user, string rules, string name = "granted")
    {
        await MakeAsync(Rbac("clusterroles"), $$"""{"metadata":{"name":"{{name}}"},"rules":{{rules}}}""");
        await MakeAsync(
            Rbac("clusterrolebindings"),
            $$"""{"metadata":{"name":"{{name}}"},"roleRef":{"kind":"ClusterRole","name":"{{name}}"},"subjects":[{"kind":"User","name":"{{user}}"}]}""");
    }

    public static string Rbac(string rest) => "/apis/rbac.authorization.k8s.io/v1/" + rest;

    public static string? Message((int Code, JsonObject Body) answer) => (string?)answer.Body["message"];

    public async ValueTask DisposeAsync()
    {
        _owned.Reverse();
        _owned.ForEach(o => o.Dispose());
        await Server.DisposeAsync();
    }

    private HttpClient Connect(X509Certificate2? certificate)
    {
        var root = X509Certificate2.CreateFromPem(Server.Pki!.AuthorityCertificatePem);
        _owned.Add(root);
        var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { root },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            },
        })
        {
            BaseAddress = Server.Address,
        };
        _owned.Add(client);
        return client;
    }
}
