using System.Net;
using System.Net.Sockets;

namespace Slipway.Providers.Docker;

/// <summary>A Docker Engine at an address: <c>unix:///path</c>, <c>tcp://host:port</c> or <c>http://host:port</c>.</summary>
internal sealed class DockerEngine : IAsyncDisposable
{
    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(3);
    private readonly HttpClient? _client;
    private readonly TimeProvider _time;
    private readonly string? _socket;

    /// <summary>Takes an address; nothing is sent yet.</summary>
    /// <param name="address">The address, as <c>DOCKER_HOST</c> spells it; null or empty for the usual socket.</param>
    /// <param name="time">The clock.</param>
    public DockerEngine(string? address, TimeProvider time)
    {
        Address = string.IsNullOrEmpty(address) ? "unix:///var/run/docker.sock" : address;
        _time = time;
        if (Address.StartsWith("unix://", StringComparison.Ordinal))
        {
            var path = Address["unix://".Length..];
            _socket = path;
            _client = new HttpClient(new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancellation) =>
                {
                    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    try
                    {
                        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch
                    {
                        socket.Dispose();
                        throw;
                    }
                },
            })
            {
                BaseAddress = new Uri("http://docker"),
            };
        }
        else if (Uri.TryCreate(Address.Replace("tcp://", "http://", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme == "http")
        {
            _client = new HttpClient { BaseAddress = uri };
        }
    }

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>Asks whether an engine answers.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where one answers; else a sentence that says what happened instead.</returns>
    public async ValueTask<string?> PingAsync(CancellationToken cancellation)
    {
        if (_client is null)
        {
            return "this kind of address is not understood (unix:///path or tcp://host:port).";
        }

        using var limit = new CancellationTokenSource(PingLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var answer = await _client.GetAsync(new Uri("/_ping", UriKind.Relative), both.Token);
            return answer.StatusCode == HttpStatusCode.OK ? null : $"it answered {(int)answer.StatusCode} to a ping.";
        }
        catch (HttpRequestException e)
        {
            return _socket is not null && !File.Exists(_socket)
                ? "there is no such socket."
                : $"{(e.InnerException ?? e).Message.TrimEnd('.')}.";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {PingLimit.TotalSeconds} s.";
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return default;
    }
}
