using System.Net.Http.Headers;
using System.Text;

namespace Slipway.Conformance.Support;

/// <summary>Short words for requests over plain HTTP.</summary>
public abstract class ApiTest
{
    /// <summary>JSON Patch.</summary>
    protected const string JsonPatch = "application/json-patch+json";

    /// <summary>JSON Merge Patch.</summary>
    protected const string MergePatch = "application/merge-patch+json";

    /// <summary>Strategic merge patch.</summary>
    protected const string StrategicPatch = "application/strategic-merge-patch+json";

    /// <summary>Server-side apply.</summary>
    protected const string ApplyPatch = "application/apply-patch+yaml";

    /// <summary>Ends with the run.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The server that tests share.</summary>
    protected static Task<Cluster> SharedAsync() => SharedCluster.GetAsync();

    /// <summary>A new namespace of the shared server.</summary>
    protected static async Task<string> SpaceAsync()
    {
        var name = (await SharedAsync()).NewName();
        (await PostAsync("/api/v1/namespaces", $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""")).Is(201);
        return name;
    }

    /// <summary>The path of the widgets of a namespace.</summary>
    /// <param name="space">The namespace.</param>
    protected static string Widgets(string space) => $"{Samples.Group}/namespaces/{space}/widgets";

    /// <summary>The path of the ConfigMaps of a namespace.</summary>
    /// <param name="space">The namespace.</param>
    protected static string ConfigMaps(string space) => $"/api/v1/namespaces/{space}/configmaps";

    /// <summary>A widget as JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="metadata">Further metadata, without braces.</param>
    protected static string Widget(string name, string spec = "{}", string metadata = "") =>
        $$$"""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"{{{name}}}"{{{(metadata.Length > 0 ? "," + metadata : "")}}}},"spec":{{{spec}}}}""";

    /// <summary>A ConfigMap as JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">Its data.</param>
    /// <param name="metadata">Further metadata, without braces.</param>
    protected static string ConfigMap(string name, string data = "{}", string metadata = "") =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"{{{(metadata.Length > 0 ? "," + metadata : "")}}}},"data":{{{data}}}}""";

    /// <summary>GET.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    protected static async Task<Answer> GetAsync(string path, params string[] headers) =>
        await SendAsync((await SharedAsync()).Admin, "GET", path, body: null, headers);

    /// <summary>POST of JSON.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="json">The body.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    protected static async Task<Answer> PostAsync(string path, string json, params string[] headers) =>
        await SendAsync((await SharedAsync()).Admin, "POST", path, json, headers);

    /// <summary>PUT of JSON.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="json">The body.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    protected static async Task<Answer> PutAsync(string path, string json, params string[] headers) =>
        await SendAsync((await SharedAsync()).Admin, "PUT", path, json, headers);

    /// <summary>PATCH.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="type">The media type.</param>
    /// <param name="patch">The body.</param>
    protected static async Task<Answer> PatchAsync(string path, string type, string patch) =>
        await SendAsync((await SharedAsync()).Admin, "PATCH", path, patch, $"Content-Type: {type}");

    /// <summary>DELETE.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="options">DeleteOptions as JSON; empty for none.</param>
    protected static async Task<Answer> DeleteAsync(string path, string options = "") =>
        await SendAsync((await SharedAsync()).Admin, "DELETE", path, options.Length == 0 ? null : options);

    /// <summary>Any request, by anybody.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body as text; null for none.</param>
    /// <param name="headers">Headers as <c>Name: value</c>; the body is JSON where no <c>Content-Type</c> is among them.</param>
    protected static Task<Answer> SendAsync(HttpClient client, string method, string path, string? body, params string[] headers) =>
        SendBytesAsync(client, method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Any request with any bytes.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="headers">Headers as <c>Name: value</c>; the body is JSON where no <c>Content-Type</c> is among them.</param>
    protected static async Task<Answer> SendBytesAsync(HttpClient client, string method, string path, byte[]? body, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = Request(method, path, body, headers);
        using var response = await client.SendAsync(request, Stop);
        var found = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join('\n', h.Value));
        var answer = new Answer($"{method} {path}", (int)response.StatusCode, found, await response.Content.ReadAsByteArrayAsync(Stop));

        // 500 is also what a webhook that cannot be asked leads to; a fault of the server itself says so.
        if (answer.Code == 500 && answer.Text.Contains("a fault of the server", StringComparison.Ordinal) && SharedCluster.Started is { } shared)
        {
            Assert.Fail($"{answer.Request}: 500\n{string.Join('\n', shared.Faults.Told)}");
        }

        return answer;
    }

    /// <summary>Opens a watch.</summary>
    /// <param name="path">Path and query; the parameter <c>watch</c> is added.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    protected static async Task<EventStream> WatchAsync(string path, params string[] headers) =>
        await OpenAsync((await SharedAsync()).Admin, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "watch=true", headers);

    /// <summary>Opens any stream of lines.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    protected static async Task<EventStream> OpenAsync(HttpClient client, string path, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = Request("GET", path, body: null, headers);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync(Stop)));
    }

    /// <summary>Asks again and again until an answer is as it should be; fails after 20 seconds.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="good">Whether the answer is as it should be.</param>
    protected static async Task<Answer> UntilAsync(Func<Task<Answer>> ask, Func<Answer, bool> good)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(good);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (good(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"{answer.Request} did not become as it should: {answer.Code} {answer.Text}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }
    }

    private static HttpRequestMessage Request(string method, string path, byte[]? body, string[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var header in headers)
        {
            var at = header.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (header[..at], header[(at + 1)..].Trim());
            if (name == "Content-Type")
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
