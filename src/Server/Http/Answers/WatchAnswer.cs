using System.Buffers;
using System.IO.Pipelines;
using Slipway.Server.Http.Requests;
using Slipway.Server.Protobuf;
using Slipway.Server.Watching;

namespace Slipway.Server.Http.Answers;

/// <summary>Streams a watch: one JSON object a line or one frame of protocol buffers, sent as soon as no further event is at hand.</summary>
internal static class WatchAnswer
{
    private const int FlushEvery = 64 * 1024;

    /// <summary>Streams until the watch ends or the client is gone.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="events">The events.</param>
    /// <param name="line">Makes the line of an event.</param>
    public static async ValueTask StreamAsync(
        Exchange exchange, IAsyncEnumerable<WatchItem> events, Func<WatchItem, ReadOnlyMemory<byte>> line)
    {
        var response = exchange.Response;
        response.ContentType = exchange.Representation.Form == BodyForm.Protobuf ? ProtobufFrames.MediaType : Answer.Json;
        await response.StartAsync(exchange.Cancellation);
        var writer = response.BodyWriter;

        // The client learns that its watch stands before the first event.
        await writer.FlushAsync(exchange.Cancellation);
        try
        {
            await using var source = events.GetAsyncEnumerator(exchange.Cancellation);
            await PumpAsync(source, writer, line);
        }
        catch (OperationCanceledException) when (exchange.Cancellation.IsCancellationRequested)
        {
            // The client left or the server stops: both are the ordinary end of a watch.
        }
    }

    private static async Task PumpAsync(
        IAsyncEnumerator<WatchItem> source, PipeWriter writer, Func<WatchItem, ReadOnlyMemory<byte>> line)
    {
        var waiting = 0;
        while (true)
        {
            var next = source.MoveNextAsync();
            if (!next.IsCompleted && waiting > 0)
            {
                // Not cancellable: the enumerator must not be left while it moves. A lost connection completes the flush.
                await writer.FlushAsync(CancellationToken.None);
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
                await writer.FlushAsync(CancellationToken.None);
                waiting = 0;
            }
        }

        await writer.FlushAsync(CancellationToken.None);
    }
}
