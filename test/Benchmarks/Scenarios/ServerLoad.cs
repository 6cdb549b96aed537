using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace Slipway.Benchmarks.Scenarios;

/// <summary>
/// Requests as bytes over a few HTTP/2 connections, so that the client costs as little of the machine as can be. Objects are
/// ConfigMaps of 4 KB of JSON each.
/// </summary>
internal sealed class ServerLoad : IDisposable
{
    private const int Connections = 4;
    private const int DataLength = 3900;
    private static readonly string Letters = string.Concat(Enumerable.Range(0, DataLength).Select(i => (char)('a' + (i % 26))));

    private readonly List<HttpClient> _clients = [];
    private readonly X509Certificate2 _certificate;
    private long _stored;
    private int _turn;

    /// <summary>Connects with the first request.</summary>
    /// <param name="kubeconfig">The kubeconfig's path.</param>
    public ServerLoad(string kubeconfig)
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        _certificate = X509Certificate2.CreateFromPem(Decode(configuration.ClientCertificateData), Decode(configuration.ClientCertificateKeyData));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(configuration.SslCaCerts);
        for (var at = 0; at < Connections; at++)
        {
            _clients.Add(new HttpClient(new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions { ClientCertificates = [_certificate], CertificateChainPolicy = trust },
                EnableMultipleHttp2Connections = false,
            })
            {
                BaseAddress = new Uri(configuration.Host),
                DefaultRequestVersion = HttpVersion.Version20,
                DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Timeout = Timeout.InfiniteTimeSpan,
            });
        }
    }

    /// <summary>How many bytes of JSON the answers to all creations had.</summary>
    public long StoredBytes => Interlocked.Read(ref _stored);

    /// <summary>Creates a namespace.</summary>
    /// <param name="name">Its name.</param>
    public async Task NamespaceAsync(string name)
    {
        var body = $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""";
        await SendAsync(HttpMethod.Post, "/api/v1/namespaces", body);
    }

    /// <summary>Creates an object.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="number">Its number.</param>
    public async Task CreateAsync(string @namespace, int number) =>
        Interlocked.Add(ref _stored, await SendAsync(HttpMethod.Post, Collection(@namespace), Body(@namespace, number, "first")));

    /// <summary>Replaces an object.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="number">Its number.</param>
    /// <param name="round">Makes the new content another than the old.</param>
    public Task UpdateAsync(string @namespace, int number, int round) =>
        SendAsync(HttpMethod.Put, Item(@namespace, number), Body(@namespace, number, $"round {round}"));

    /// <summary>Applies a field of an object on the server's side.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="number">Its number.</param>
    /// <param name="round">Makes the new content another than the old.</param>
    public Task ApplyAsync(string @namespace, int number, int round) => SendAsync(
        HttpMethod.Patch,
        Item(@namespace, number) + "?fieldManager=bench&force=true",
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"object-{{{number}}}"},"data":{"applied":"round {{{round}}}"}}""",
        "application/apply-patch+yaml");

    /// <summary>Reads an object.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="number">Its number.</param>
    public Task GetAsync(string @namespace, int number) => SendAsync(HttpMethod.Get, Item(@namespace, number), null);

    /// <summary>Lists all objects.</summary>
    /// <param name="namespace">Their namespace.</param>
    public Task ListAsync(string @namespace) => SendAsync(HttpMethod.Get, Collection(@namespace), null);

    /// <summary>Opens a watch of what is to come.</summary>
    /// <param name="namespace">The namespace.</param>
    /// <returns>The lines that are told.</returns>
    public async Task<Stream> WatchAsync(string @namespace)
    {
        var answer = await Next().GetAsync(new Uri(Collection(@namespace) + "?watch=true", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStreamAsync();
    }

    /// <summary>Reads so many lines and closes.</summary>
    /// <param name="stream">The lines.</param>
    /// <param name="count">How many.</param>
    public static async Task LinesAsync(Stream stream, int count)
    {
        await using var reading = stream;
        var buffer = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                throw new InvalidOperationException($"A watch ended {count} changes too early.");
            }

            count -= buffer.AsSpan(0, read).Count((byte)'\n');
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _certificate.Dispose();
    }

    private HttpClient Next() => _clients[(int)((uint)Interlocked.Increment(ref _turn) % Connections)];

    private async Task<long> SendAsync(HttpMethod method, string path, string? body, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        }

        using var answer = await Next().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await using var stream = await answer.Content.ReadAsStreamAsync();
        return await DrainAsync(stream);
    }

    private static async Task<long> DrainAsync(Stream stream)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var total = 0L;
            while (await stream.ReadAsync(buffer) is var read and > 0)
            {
                total += read;
            }

            return total;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Collection(string @namespace) => $"/api/v1/namespaces/{@namespace}/configmaps";

    private static string Item(string @namespace, int number) => $"{Collection(@namespace)}/object-{number}";

    private static string Body(string @namespace, int number, string round) =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"object-{{{number}}}","namespace":"{{{@namespace}}}"},"data":{"round":"{{{round}}}","letters":"{{{Letters}}}"}}""";

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
