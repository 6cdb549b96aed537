using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Slipway.Runtime.Clients.Http;

/// <summary>One forwarded port as a stream. One reader and one writer at a time.</summary>
/// <param name="socket">The open WebSocket, owned from now on.</param>
internal sealed class PortForwardStream(WebSocket socket) : Stream
{
    private const byte DataChannel = 0;
    private const byte ErrorChannel = 1;
    private const int LargestMessage = 32 * 1024;

    private readonly byte[] _message = new byte[LargestMessage];
    private readonly bool[] _opened = new bool[2];
    private ReadOnlyMemory<byte> _rest;
    private int _disposed;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (!await ReceiveAsync(cancellationToken))
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Kubernetes' own server takes each frame for a message, so channel and data go in one frame.
        var frame = ArrayPool<byte>.Shared.Rent(LargestMessage);
        try
        {
            frame[0] = DataChannel;
            while (!buffer.IsEmpty)
            {
                var count = Math.Min(buffer.Length, LargestMessage - 1);
                buffer.Span[..count].CopyTo(frame.AsSpan(1));
                await socket.SendAsync(frame.AsMemory(0, count + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                buffer = buffer[count..];
            }
        }
        catch (WebSocketException e)
        {
            throw new IOException("the forwarded connection broke while writing: " + e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void Flush()
    {
        // Every write is sent at once.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forwarded ports are read asynchronously.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forwarded ports are written asynchronously.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                try
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
                }
                catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
                {
                    // The connection is gone already, which is what was wanted.
                }
            }

            socket.Dispose();
        }

        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            socket.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Takes the next message; false where the connection has ended.</summary>
    private async ValueTask<bool> ReceiveAsync(CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(_message.AsMemory(length), cancellation);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return false;
                }

                length += received.Count;
                if (received.EndOfMessage)
                {
                    break;
                }

                if (length == _message.Length)
                {
                    throw new IOException($"the server sent a message of more than {LargestMessage} bytes");
                }
            }
        }
        catch (WebSocketException e)
        {
            throw new IOException("the forwarded connection broke while reading: " + e.Message, e);
        }

        Take(_message.AsMemory(0, length));
        return true;
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        if (message.IsEmpty)
        {
            return;
        }

        var channel = message.Span[0];
        var content = message[1..];
        if (channel is not (DataChannel or ErrorChannel))
        {
            throw new IOException($"the server sent on channel {channel}, which was not asked for");
        }

        if (!_opened[channel])
        {
            // The first message of a channel is the port's number, in two bytes.
            _opened[channel] = true;
            content = content.Length >= 2 ? content[2..] : default;
        }

        if (channel == DataChannel)
        {
            _rest = content;
        }
        else if (!content.IsEmpty)
        {
            throw new IOException("the forwarded port answered: " + Encoding.UTF8.GetString(content.Span).Trim());
        }
    }
}
