using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Slipway.Server.Http.Requests;
using Slipway.Server.Protobuf;
using Slipway.Server.Watching;

namespace Slipway.Server.Http.Answers;

/// <summary>Streams a watch: one JSON object a line or one frame of protocol buffers, sent as soon as no further event is at hand.</summary>
internal static class WatchAnswer
{
    private const int FlushEvery = 64 * 1024;

    /// <summary>How long a client may take to read what fills the buffers; then its connection is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Streams until the watch ends or the client is gone.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="events">The events.</param>
    /// <param name="line">Makes the line of an event.</param>
    /// <param name="clock">The clock of clients that do not read.</param>
    public static async ValueTask StreamAsync(
        Exchange exchange, IAsyncEnumerable<WatchItem> events, Func<WatchItem, ReadOnlyMemory<byte>> line, TimeProvider clock)
    {
        var response = exchange.Response;
        response.ContentType = exchange.Representation.Form == BodyForm.Protobuf ? ProtobufFrames.MediaType : Answer.Json;
        await response.StartAsync(exchange.Cancellation);

        // The client learns that its watch stands before the first event.
        await response.BodyWriter.FlushAsync(exchange.Cancellation);
        try
        {
            await using var source = events.GetAsyncEnumerator(exchange.Cancellation);
            await PumpAsync(exchange, source, line, clock);
        }
        catch (OperationCanceledException) when (exchange.Cancellation.IsCancellationRequested)
        {
            // The client left or the server stops: both are the ordinary end of a watch.
        }
    }

    private static async Task PumpAsync(
        Exchange exchange, IAsyncEnumerator<WatchItem> source, Func<WatchItem, ReadOnlyMemory<byte>> line, TimeProvider clock)
    {
        var writer = exchange.Response.BodyWriter;
        var waiting = 0;
        while (true)
        {
            var next = source.MoveNextAsync();
            if (!next.IsCompleted && waiting > 0)
            {
                // Not given up half-way: the enumerator must not be left while it moves.
                await FlushAsync(exchange, writer, clock);
                waiting = 0;
            }

            if (!await next)
            {
                break;
            }

            var bytes = line(source.Current);
            writer.Write(bytes.Span);
            waiting += bytes.Length;
            if (waiting > FlushEvery)
            {
                await FlushAsync(exchange, writer, clock);
                waiting = 0;
            }
        }

        await FlushAsync(exchange, writer, clock);
    }

    /// <summary>Sends what was written. A lost connection completes it, and so does the patience with a client that does not read.</summary>
    private static async ValueTask FlushAsync(Exchange exchange, PipeWriter writer, TimeProvider clock)
    {
        var flush = writer.FlushAsync(CancellationToken.None);
        if (flush.IsCompleted)
        {
            await flush;
            return;
        }

        using var patience = clock.CreateTimer(static http => ((HttpContext)http!).Abort(), exchange.Http, Patience, Timeout.InfiniteTimeSpan);
        await flush;
    }
}
