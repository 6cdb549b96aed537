using System.Net;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using k8s;

namespace Slipway.EndToEnd.Support;

/// <summary>
/// The plain HTTP API of one cluster: enough to read, change and above all to wait, which it does by one list and one
/// watch. It knows no kind and no test library, so that the benchmarks share it.
/// </summary>
internal sealed class KubernetesApi : IDisposable
{
    /// <summary>A patch as in RFC 7396.</summary>
    public const string MergePatch = "application/merge-patch+json";

    private readonly HttpClient _client;
    private readonly X509Certificate2 _certificate;

    private KubernetesApi(HttpClient client, X509Certificate2 certificate, Uri host)
    {
        _client = client;
        _certificate = certificate;
        Host = host;
    }

    /// <summary>Where the API server is.</summary>
    public Uri Host { get; }

    /// <summary>The API of a kubeconfig.</summary>
    /// <param name="kubeconfig">Its path.</param>
    public static KubernetesApi Of(string kubeconfig)
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        var certificate = X509Certificate2.CreateFromPem(Decode(configuration.ClientCertificateData), Decode(configuration.ClientCertificateKeyData));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(configuration.SslCaCerts);
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { ClientCertificates = [certificate], CertificateChainPolicy = trust },
        };
        var host = new Uri(configuration.Host);
        return new KubernetesApi(new HttpClient(handler) { BaseAddress = host, Timeout = Timeout.InfiniteTimeSpan }, certificate, host);
    }

    /// <summary>One object; null where it is not there.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<JsonNode?> TryGetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await BodyAsync(answer, path, cancellation);
    }

    /// <summary>One object.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellation) =>
        await TryGetAsync(path, cancellation) ?? throw new InvalidOperationException($"GET {path}: not found");

    /// <summary>The objects of a list.</summary>
    /// <param name="path">The path, which may have a query.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path, CancellationToken cancellation) =>
        [.. (await GetAsync(path, cancellation))["items"]!.AsArray().OfType<JsonNode>()];

    /// <summary>Creates or patches an object.</summary>
    /// <param name="method">POST or PATCH.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as it is then.</returns>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string body, CancellationToken cancellation)
    {
        var type = method == HttpMethod.Patch ? MergePatch : "application/json";
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        using var answer = await _client.SendAsync(request, cancellation);
        return await BodyAsync(answer, $"{method} {path}", cancellation);
    }

    /// <summary>
    /// The state of a list after each change: first as listed, then after every watch event. Every state the server went
    /// through from then on is seen; a watch that ends is begun anew, from a new list.
    /// </summary>
    /// <param name="path">A list's path, which may have a query.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyCollection<JsonNode>> FollowAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var list = await GetAsync(path, cancellation);
            var state = list["items"]!.AsArray().OfType<JsonNode>().ToDictionary(o => o["metadata"]!["uid"]!.GetValue<string>());
            yield return state.Values;

            var from = list["metadata"]!["resourceVersion"]!.GetValue<string>();
            var query = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}watch=true&resourceVersion={from}";
            using var answer = await _client.GetAsync(new Uri(query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
            answer.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                var change = JsonNode.Parse(line)!;
                if (change["type"]!.GetValue<string>() is "ERROR")
                {
                    break;
                }

                var value = change["object"]!;
                var uid = value["metadata"]!["uid"]!.GetValue<string>();
                if (change["type"]!.GetValue<string>() == "DELETED")
                {
                    state.Remove(uid);
                }
                else
                {
                    state[uid] = value;
                }

                yield return state.Values;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _certificate.Dispose();
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer, string what, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{what}: {(int)answer.StatusCode} {text}");
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
