using System.Net;
using System.Net.WebSockets;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Opens a port of a pod through the API server, over a WebSocket of the protocol <c>v4.channel.k8s.io</c>.</summary>
public static class PortForward
{
    private const string Protocol = "v4.channel.k8s.io";

    /// <summary>Opens one connection.</summary>
    /// <param name="connection">The API server.</param>
    /// <param name="namespace">The pod's namespace.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="port">The port.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <returns>A duplex stream; disposing it ends the connection. What the far side reports as an error is an <see cref="IOException"/> at the next read.</returns>
    /// <exception cref="IOException">The connection is refused.</exception>
    public static async ValueTask<Stream> OpenAsync(ClientConnection connection, string @namespace, string pod, int port, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var address = new UriBuilder(new Uri(connection.Server, $"/api/v1/namespaces/{@namespace}/pods/{pod}/portforward?ports={port}"))
        {
            Scheme = connection.Server.Scheme == "https" ? "wss" : "ws",
        };
        var invoker = new HttpMessageInvoker(connection.CreateHandler());
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(Protocol);
        socket.Options.HttpVersion = HttpVersion.Version11;
        if (connection.Token.Length > 0)
        {
            socket.Options.SetRequestHeader("Authorization", "Bearer " + connection.Token);
        }

        try
        {
            await socket.ConnectAsync(address.Uri, invoker, cancellation);
            return new PortStream(socket, invoker, $"{@namespace}/{pod}:{port}");
        }
        catch (WebSocketException e)
        {
            socket.Dispose();
            invoker.Dispose();
            throw new IOException($"Port {port} of pod {@namespace}/{pod} cannot be reached through {connection.Server}: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>The bytes of channel 0; channel 1 carries the far side's complaints. Each begins with the port in two bytes.</summary>
    private sealed class PortStream(ClientWebSocket socket, HttpMessageInvoker invoker, string name) : Stream
    {
        private const int FrameSize = 32 * 1024;
        private readonly byte[] _incoming = new byte[FrameSize];
        private readonly byte[] _outgoing = new byte[FrameSize];
        private readonly SemaphoreSlim _writing = new(1);
        private readonly bool[] _opened = new bool[2];
        private ReadOnlyMemory<byte> _rest;
        private int _channel = -1;
        private bool _inMessage;

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (_rest.IsEmpty)
            {
                if (!await FillAsync(cancellationToken))
                {
                    return 0;
                }
            }

            var count = Math.Min(buffer.Length, _rest.Length);
            _rest[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _writing.WaitAsync(cancellationToken);
            try
            {
                while (!buffer.IsEmpty)
                {
                    var count = Math.Min(buffer.Length, FrameSize - 1);
                    _outgoing[0] = 0;
                    buffer[..count].CopyTo(_outgoing.AsMemory(1));
                    await socket.SendAsync(_outgoing.AsMemory(0, count + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                    buffer = buffer[count..];
                }
            }
            catch (WebSocketException e)
            {
                throw new IOException($"The connection to {name} broke: {e.Message}", e);
            }
            finally
            {
                _writing.Release();
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush()
        {
            // Every write is sent at once.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Use ReadAsync.");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Use WriteAsync.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                socket.Dispose();
                invoker.Dispose();
                _writing.Dispose();
            }

            base.Dispose(disposing);
        }

        private async ValueTask<bool> FillAsync(CancellationToken cancellation)
        {
            ValueWebSocketReceiveResult read;
            try
            {
                read = await socket.ReceiveAsync(_incoming.AsMemory(), cancellation);
            }
            catch (WebSocketException e)
            {
                throw new IOException($"The connection to {name} broke: {e.Message}", e);
            }

            if (read.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            var data = new ReadOnlyMemory<byte>(_incoming, 0, read.Count);
            if (!_inMessage && !data.IsEmpty)
            {
                _channel = data.Span[0];
                data = data[1..];
            }

            _inMessage = !read.EndOfMessage;
            if (_channel is 0 or 1 && !_opened[_channel] && data.Length >= sizeof(ushort))
            {
                // The first two bytes of a channel repeat the port.
                _opened[_channel] = true;
                data = data[sizeof(ushort)..];
            }

            if (_channel == 1 && !data.IsEmpty)
            {
                throw new IOException($"The far side of {name} reports: {System.Text.Encoding.UTF8.GetString(data.Span)}");
            }

            _rest = _channel == 0 ? data : default;
            return true;
        }
    }
}
