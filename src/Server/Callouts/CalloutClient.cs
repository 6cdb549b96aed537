using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Slipway.Server.Callouts;

/// <summary>Calls webhooks that are certified by the same authorities; they share this client and its connections.</summary>
internal sealed class CalloutClient : IDisposable
{
    private const int LargestAnswer = 3 * 1024 * 1024;
    private const int MostConnections = 64;

    private readonly CalloutTrust _trust;
    private readonly HttpMessageInvoker _invoker;
    private readonly ServiceResolver? _services;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="authorities">The only authorities that are trusted, as PEM; empty for those of the machine.</param>
    /// <param name="services">Where Services are; null where there are none.</param>
    /// <param name="clock">By which certificates are valid or not.</param>
    /// <exception cref="CalloutException">There is no certificate in <paramref name="authorities"/>.</exception>
    public CalloutClient(string authorities, ServiceResolver? services, TimeProvider clock)
    {
        _trust = new CalloutTrust(authorities, clock);
        _services = services;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            SslOptions = _trust.Options(),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = MostConnections,
            MaxResponseHeadersLength = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
    }

    /// <summary>When it was last asked for, by the count of all askings.</summary>
    public long LastUse { get; set; }

    /// <summary>Posts a body and reads the answer.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="trace">The <c>traceparent</c> to hand on; empty for none.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="CalloutException">It could not be reached, was not trusted, answered no success, or too much.</exception>
    public async Task<byte[]> PostAsync(Uri url, ReadOnlyMemory<byte> body, string trace, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.ParseAdd("kube-apiserver-admission");
        if (trace.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("traceparent", trace);
        }

        try
        {
            using var response = await _invoker.SendAsync(request, cancellation);
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response.Content, cancellation)
                : throw new CalloutException($"the server answered {(int)response.StatusCode} {response.ReasonPhrase}") { Code = (int)response.StatusCode };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new CalloutException(Cause(e), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _invoker.Dispose();
        _trust.Dispose();
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var piece = new byte[16 * 1024];
        int length;
        while ((length = await stream.ReadAsync(piece, cancellation)) > 0)
        {
            if (read.Length + length > LargestAnswer)
            {
                throw new CalloutException($"the answer is larger than {LargestAnswer} bytes");
            }

            read.Write(piece.AsSpan(0, length));
        }

        return read.ToArray();
    }

    private string Cause(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case CalloutException known:
                    return known.Message;
                case AuthenticationException when _trust.Distrust.Length > 0:
                    return _trust.Distrust;
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "connect: connection refused";
            }
        }

        return (failure.InnerException ?? failure).Message;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        EndPoint target = context.DnsEndPoint;
        if (Service(context.DnsEndPoint) is { } service)
        {
            var address = _services?.Invoke(service) ?? throw new CalloutException($"service \"{service.Name}\" in namespace \"{service.Namespace}\" not found");
            target = new DnsEndPoint(address.DnsSafeHost, address.Port);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static ServiceReference? Service(DnsEndPoint target)
    {
        var parts = target.Host.Split('.');
        return parts is [var name, var @namespace, "svc"] ? new ServiceReference(@namespace, name, target.Port) : null;
    }
}
