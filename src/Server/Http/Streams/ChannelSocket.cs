using System.Buffers;
using System.Net.WebSockets;

namespace Slipway.Server.Http.Streams;

/// <summary>A WebSocket whose messages begin with their channel. One reader; writers take turns.</summary>
/// <param name="socket">The open WebSocket, owned from now on.</param>
internal sealed class ChannelSocket(WebSocket socket) : IDisposable
{
    private const int LargestMessage = 32 * 1024;

    private readonly byte[] _message = new byte[LargestMessage];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Receives the next message; valid until the next call.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The whole message, channel first; empty where the client has ended.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(_message.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return default;
            }

            length += received.Count;
            if (received.EndOfMessage && length > 0)
            {
                return _message.AsMemory(0, length);
            }

            if (length == _message.Length)
            {
                throw new WebSocketException(WebSocketError.InvalidMessageType, $"A message of more than {LargestMessage} bytes.");
            }
        }
    }

    /// <summary>Sends on a channel, in as many messages as it takes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="content">What to send.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask SendAsync(byte channel, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var frame = ArrayPool<byte>.Shared.Rent(LargestMessage);
        await _turn.WaitAsync(cancellation);
        try
        {
            frame[0] = channel;
            do
            {
                var count = Math.Min(content.Length, LargestMessage - 1);
                content.Span[..count].CopyTo(frame.AsSpan(1));
                await socket.SendAsync(frame.AsMemory(0, count + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellation);
                content = content[count..];
            }
            while (!content.IsEmpty);
        }
        finally
        {
            _turn.Release();
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    /// <summary>Says that nothing more will come.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask CloseAsync(CancellationToken cancellation)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        _turn.Dispose();
    }
}
