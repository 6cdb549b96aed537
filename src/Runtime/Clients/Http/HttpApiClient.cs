using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients.Http;

/// <summary>The client over HTTP/2 (or 1.1). One instance a server; safe for concurrent use.</summary>
public sealed class HttpApiClient : IClient, IDisposable
{
    private const string Json = "application/json";
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(60);
    private readonly ClientConnection _connection;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Connects on first use.</summary>
    /// <param name="connection">Where to, and as whom; not owned.</param>
    /// <param name="userAgent">The program's name and version, for example <c>slipway/0.1</c>.</param>
    /// <param name="time">The clock of time limits.</param>
    public HttpApiClient(ClientConnection connection, string userAgent, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _time = time;
        _http = new HttpClient(connection.CreateHandler())
        {
            BaseAddress = connection.Server,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        if (connection.Token.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", connection.Token);
        }
    }

    /// <summary>The server's address.</summary>
    public Uri Server => _connection.Server;

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation) =>
        GetPathAsync(RequestPath.Of(target), Json, cancellation);

    /// <summary>Reads any path of the server, for example <c>/version</c> or a table.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="accept">The media types that are welcome, as in the header.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The body.</returns>
    public ValueTask<ReadOnlyMemory<byte>> GetPathAsync(string path, string accept, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, accept, null, cancellation);

    /// <inheritdoc/>
    public async ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation) =>
        ListReader.Read(await GetPathAsync(RequestPath.Of(request), Json, cancellation));

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var message = Message(HttpMethod.Get, RequestPath.Of(request), Json, null);
        using var answer = await OpenAsync(message, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw Refusal(answer, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (var change in WatchReader.ReadAsync(body, cancellation))
        {
            yield return change;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> CreateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, RequestPath.Of(target) + RequestPath.Of(options), Json, Content(body, Json), cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> UpdateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, RequestPath.Of(target) + RequestPath.Of(options), Json, Content(body, Json), cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> PatchAsync(ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        var type = patch.Type switch
        {
            PatchType.Json => "application/json-patch+json",
            PatchType.Merge => "application/merge-patch+json",
            PatchType.StrategicMerge => "application/strategic-merge-patch+json",
            _ => "application/apply-patch+yaml",
        };
        return SendAsync(HttpMethod.Patch, RequestPath.Of(target) + RequestPath.Of(options, patch.Type), Json, Content(patch.Body, type), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Delete, RequestPath.Of(target), Json, Content(Body(options), Json), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static byte[] Body(DeleteOptions options)
    {
        var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions" };
        if (options.PropagationPolicy is { } policy)
        {
            body["propagationPolicy"] = policy;
        }

        if (options.GracePeriodSeconds is { } seconds)
        {
            body["gracePeriodSeconds"] = seconds;
        }

        if (options.DryRun)
        {
            body["dryRun"] = new JsonArray("All");
        }

        if (options.Uid is not null || options.ResourceVersion is not null)
        {
            var preconditions = new JsonObject();
            if (options.Uid is not null)
            {
                preconditions["uid"] = options.Uid;
            }

            if (options.ResourceVersion is not null)
            {
                preconditions["resourceVersion"] = options.ResourceVersion;
            }

            body["preconditions"] = preconditions;
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, NodeJson.Default.JsonObject);
    }

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> body, string type)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static HttpRequestMessage Message(HttpMethod method, string path, string accept, HttpContent? content)
    {
        var message = new HttpRequestMessage(method, path)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", accept);
        return message;
    }

    private async ValueTask<ReadOnlyMemory<byte>> SendAsync(HttpMethod method, string path, string accept, HttpContent? content, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(RequestLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var message = Message(method, path, accept, content);
        try
        {
            using var answer = await OpenAsync(message, both.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(both.Token);
            return answer.IsSuccessStatusCode ? body : throw Refusal(answer, body);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerUnreachableException(Server, new TimeoutException($"no answer within {RequestLimit.TotalSeconds} s", e));
        }
    }

    private async ValueTask<HttpResponseMessage> OpenAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        try
        {
            return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new ServerUnreachableException(Server, e);
        }
    }

    private static ApiException Refusal(HttpResponseMessage answer, byte[] body)
    {
        Status? status = null;
        if (answer.Content.Headers.ContentType?.MediaType == Json)
        {
            try
            {
                status = JsonSerializer.Deserialize(body, KubernetesJson.Of<Status>(KubernetesJson.Default));
            }
            catch (JsonException)
            {
                // Not a Status: the code and the text below say what there is.
            }
        }

        return new ApiException(status is { Code: not null } ? status : new Status
        {
            Outcome = "Failure",
            Code = (int)answer.StatusCode,
            Reason = answer.StatusCode == HttpStatusCode.NotFound ? StatusReason.NotFound : "",
            Message = $"The server answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 500))).Trim()}",
        });
    }
}
