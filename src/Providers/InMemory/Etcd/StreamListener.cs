using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Slipway.Providers.InMemory.Etcd;

/// <summary>A listener whose connections are streams handed to it, so that Kestrel can speak HTTP/2 without a socket.</summary>
internal sealed class StreamListener : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<ConnectionContext> _waiting = Channel.CreateBounded<ConnectionContext>(64);

    /// <inheritdoc/>
    public EndPoint EndPoint { get; private set; } = new StreamEndPoint();

    /// <summary>Serves one stream until its peer closes it or <paramref name="cancellation"/> ends it.</summary>
    /// <param name="stream">The stream, decrypted; it is disposed at the end.</param>
    /// <param name="tag">Travels with the connection as its item <see cref="Tag"/>.</param>
    /// <param name="cancellation">Ends the connection.</param>
    public async Task ServeAsync(Stream stream, object tag, CancellationToken cancellation)
    {
        await using var owned = stream;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connection = new DefaultConnectionContext
        {
            ConnectionId = "etcd",
            Transport = new StreamPipe(PipeReader.Create(stream), PipeWriter.Create(stream)),
            ConnectionClosed = cancellation,
        };
        connection.Items[Tag] = tag;
        connection.Items[Ended] = ended;
        await _waiting.Writer.WriteAsync(new TrackedConnection(connection, ended), cancellation);
        await ended.Task.WaitAsync(cancellation);
    }

    /// <summary>The key of the connection item that <see cref="ServeAsync"/> was given.</summary>
    public static object Tag { get; } = new();

    private static readonly object Ended = new();

    /// <inheritdoc/>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        EndPoint = endpoint;
        return ValueTask.FromResult<IConnectionListener>(this);
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_waiting.Reader.TryRead(out var connection))
            {
                return connection;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _waiting.Writer.TryComplete();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        return default;
    }

    /// <summary>Names the listener in messages.</summary>
    internal sealed class StreamEndPoint : EndPoint
    {
        /// <inheritdoc/>
        public override string ToString() => "streams";
    }

    private sealed record StreamPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Tells the giver of the stream when Kestrel is done with it.</summary>
    private sealed class TrackedConnection(DefaultConnectionContext inner, TaskCompletionSource ended) : ConnectionContext
    {
        public override string ConnectionId { get => inner.ConnectionId; set => inner.ConnectionId = value; }

        public override Microsoft.AspNetCore.Http.Features.IFeatureCollection Features => inner.Features;

        public override IDictionary<object, object?> Items { get => inner.Items; set => inner.Items = value; }

        public override IDuplexPipe Transport { get => inner.Transport; set => inner.Transport = value; }

        public override CancellationToken ConnectionClosed { get => inner.ConnectionClosed; set => inner.ConnectionClosed = value; }

        public override EndPoint? LocalEndPoint { get => inner.LocalEndPoint; set => inner.LocalEndPoint = value; }

        public override EndPoint? RemoteEndPoint { get => inner.RemoteEndPoint; set => inner.RemoteEndPoint = value; }

        public override void Abort(ConnectionAbortedException abortReason) => ended.TrySetResult();

        public override async ValueTask DisposeAsync()
        {
            ended.TrySetResult();
            await inner.DisposeAsync();
        }
    }
}
