using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Slipway.Runtime.Clients.Http;

/// <summary>
/// A client of any Kubernetes API server, over HTTP/2 (or 1.1). Where no answer comes, calls throw
/// <see cref="ServerUnreachableException"/>. Safe for concurrent use.
/// </summary>
public sealed class HttpApiClient : IClient, IDisposable
{
    private const string JsonType = "application/json";

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(60);
    private static readonly MediaTypeHeaderValue Json = new(JsonType);

    private readonly ClientConnection _connection;
    private readonly string _userAgent;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>Prepares a client; nothing is sent yet.</summary>
    /// <param name="connection">Where to, and as whom; not owned.</param>
    /// <param name="userAgent">The program's name and version, for example <c>slipway/0.1</c>; up to the slash the default field manager.</param>
    /// <param name="time">The clock of time limits.</param>
    public HttpApiClient(ClientConnection connection, string userAgent, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _userAgent = userAgent;
        _time = time;
    }

    /// <summary>The server's address.</summary>
    public Uri Server => _connection.Server;

    /// <summary>Reads any path of the server, for example <c>/version</c> or a table.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="accept">The media types that are welcome, as in the header.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The body.</returns>
    public ValueTask<ReadOnlyMemory<byte>> GetPathAsync(string path, string accept, CancellationToken cancellation) =>
        SendAsync(Request(HttpMethod.Get, path, accept), cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation) =>
        SendAsync(Request(HttpMethod.Get, PathOf(target)), cancellation);

    /// <inheritdoc/>
    public async ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new RequestAddress(request.Type.Path(request.Namespace));
        address.Add("labelSelector", request.LabelSelector);
        address.Add("fieldSelector", request.FieldSelector);
        address.Add("limit", request.Limit?.ToString() ?? "");
        address.Add("continue", request.Continue);
        address.Add("resourceVersion", request.ResourceVersion);
        return ListPage.Read(await SendAsync(Request(HttpMethod.Get, address.ToString()), cancellation), request.Type);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new RequestAddress(request.Type.Path(request.Namespace));
        address.Add("watch", "true");
        address.Add("allowWatchBookmarks", request.AllowBookmarks ? "true" : "");
        address.Add("labelSelector", request.LabelSelector);
        address.Add("fieldSelector", request.FieldSelector);
        address.Add("resourceVersion", request.ResourceVersion);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _disposed.Token);
        using var response = await AnswerAsync(Request(HttpMethod.Get, address.ToString()), end.Token);
        var stream = await response.Content.ReadAsStreamAsync(end.Token);
        await using var events = WatchLines.ReadAsync(stream, end.Token).GetAsyncEnumerator(end.Token);
        while (await NextAsync(events))
        {
            yield return events.Current;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> CreateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        SendAsync(Write(HttpMethod.Post, target, options, body, Json), cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> UpdateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation) =>
        SendAsync(Write(HttpMethod.Put, target, options, body, Json), cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> PatchAsync(ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var type = new MediaTypeHeaderValue(patch.Type switch
        {
            PatchType.Json => "application/json-patch+json",
            PatchType.Merge => "application/merge-patch+json",
            PatchType.StrategicMerge => "application/strategic-merge-patch+json",
            _ => "application/apply-patch+yaml",
        });
        return SendAsync(Write(HttpMethod.Patch, target, options, patch.Body, type), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = Request(HttpMethod.Delete, PathOf(target));
        request.Content = Content(RemovalBody.Write(options), Json);
        return SendAsync(request, cancellation);
    }

    /// <summary>Ends what still waits; the connection stays its owner's.</summary>
    public void Dispose()
    {
        // Not disposed itself: without a timer it holds nothing, and calls may still link to it.
        _disposed.Cancel();
    }

    private static string PathOf(ObjectTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Type.Path(target.Namespace, target.Name, target.Subresource);
    }

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> body, MediaTypeHeaderValue type)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = type;
        return content;
    }

    private HttpRequestMessage Write(HttpMethod method, ObjectTarget target, WriteOptions options, ReadOnlyMemory<byte> body, MediaTypeHeaderValue type)
    {
        var address = new RequestAddress(PathOf(target));
        address.Add(options);
        var request = Request(method, address.ToString());
        request.Content = Content(body, type);
        return request;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accept = JsonType)
    {
        var request = new HttpRequestMessage(method, _connection.AddressOf(path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (_connection.Token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _connection.Token);
        }

        return request;
    }

    private async ValueTask<ReadOnlyMemory<byte>> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(LongestCall, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token, _disposed.Token);
        try
        {
            using var response = await AnswerAsync(request, end.Token);
            return await response.Content.ReadAsByteArrayAsync(end.Token);
        }
        catch (OperationCanceledException e) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ServerUnreachableException(Server, $"it did not answer within {LongestCall.TotalSeconds} seconds", e);
        }
        catch (Exception e) when (_connection.Unreachable(e) is not null)
        {
            throw _connection.Unreachable(e)!;
        }
    }

    /// <summary>The answer once its headers are there; refusals are thrown.</summary>
    private async ValueTask<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await _connection.Invoker.SendAsync(request, cancellation);
        }
        catch (Exception e) when (_connection.Unreachable(e) is not null)
        {
            throw _connection.Unreachable(e)!;
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw AnswerStatus.Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<WatchEvent> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception e) when (_connection.Unreachable(e) is not null)
        {
            throw _connection.Unreachable(e)!;
        }
    }
}
