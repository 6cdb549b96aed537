using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Unit.Support;

/// <summary>Stands between a client and a server on loopback and loses what passes in one direction, until it cuts the connections.</summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly Uri _target;
    private readonly Task _loop;
    private volatile bool _losesAnswers;
    private volatile bool _losesRequests;

    /// <summary>Begins to listen.</summary>
    /// <param name="target">The server.</param>
    public LossyProxy(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    /// <summary>Where clients connect.</summary>
    public string Endpoint => $"http://{_listener.LocalEndpoint}";

    /// <summary>From now on the server hears the client, but the client does not hear the server.</summary>
    public void LoseAnswers() => _losesAnswers = true;

    /// <summary>From now on the server does not hear the client.</summary>
    public void LoseRequests() => _losesRequests = true;

    /// <summary>Cuts all connections; new ones lose nothing.</summary>
    public void Cut()
    {
        // In this order: what was held back must not pass after all.
        while (_open.TryTake(out var connection))
        {
            connection.Close();
        }

        (_losesAnswers, _losesRequests) = (false, false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _loop;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                await server.ConnectAsync(_target.Host, _target.Port);
                _open.Add(client);
                _open.Add(server);
                _ = PumpAsync(client, server, () => _losesRequests);
                _ = PumpAsync(server, client, () => _losesAnswers);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It no longer listens.
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to, Func<bool> loses)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is var read and > 0)
            {
                if (!loses())
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side was cut, so the other is.
        }

        from.Close();
        to.Close();
    }
}
