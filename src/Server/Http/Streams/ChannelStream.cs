using System.IO.Pipelines;

namespace Slipway.Server.Http.Streams;

/// <summary>One port of a forwarding WebSocket as a duplex stream.</summary>
/// <param name="socket">What to send on.</param>
/// <param name="channel">The port's data channel.</param>
internal sealed class ChannelStream(ChannelSocket socket, byte channel) : Stream
{
    private readonly Pipe _received = new(new PipeOptions(pauseWriterThreshold: 256 * 1024, resumeWriterThreshold: 128 * 1024));

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

    /// <summary>Takes in what the client sent; waits while the reader is far behind.</summary>
    /// <param name="content">What it sent.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask FeedAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        _ = await _received.Writer.WriteAsync(content, cancellation);

    /// <summary>The client has ended: reads return what is left, then nothing.</summary>
    public void End() => _received.Writer.Complete();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var result = await _received.Reader.ReadAsync(cancellationToken);
        var available = result.Buffer;
        var count = (int)Math.Min(buffer.Length, available.Length);
        var taken = available.Slice(0, count);
        var at = 0;
        foreach (var segment in taken)
        {
            segment.CopyTo(buffer[at..]);
            at += segment.Length;
        }

        _received.Reader.AdvanceTo(taken.End);
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!buffer.IsEmpty)
            {
                await socket.SendAsync(channel, buffer, cancellationToken);
            }
        }
        catch (System.Net.WebSockets.WebSocketException e)
        {
            throw new IOException("the client's connection broke: " + e.Message, e);
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
    protected override void Dispose(bool disposing)
    {
        _received.Reader.Complete();
        base.Dispose(disposing);
    }
}
