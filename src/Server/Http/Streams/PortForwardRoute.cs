using System.Buffers.Binary;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Answers;
using Slipway.Server.Http.Requests;
using Slipway.Server.Streams;
using Slipway.Server.Verbs;

namespace Slipway.Server.Http.Streams;

/// <summary>
/// Forwards ports of pods over a WebSocket with the subprotocol <c>v4.channel.k8s.io</c>. For the <c>i</c>-th port of the
/// query, channel <c>2i</c> carries data and <c>2i+1</c> what went wrong; the first message of each is the port's number in
/// two bytes, little-endian.
/// </summary>
/// <param name="handlers">Who serves ports.</param>
/// <param name="verbs">Whether the pod exists.</param>
/// <param name="log">Where failures are told.</param>
internal sealed class PortForwardRoute(IReadOnlyList<IStreamHandler> handlers, IVerbs verbs, ILogger log)
{
    private const string Protocol = "v4.channel.k8s.io";
    private const int MostPorts = 64;

    /// <summary>Serves a request until both sides have ended.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="call">The pod.</param>
    /// <param name="connecting">Whether the caller may connect; null where nobody is asked.</param>
    public async ValueTask ServeAsync(
        Exchange exchange, Call call, Func<Call, JsonObject, CancellationToken, ValueTask<IReadOnlyList<string>>>? connecting)
    {
        if (!WebSocketUpgrade.IsAsked(exchange.Http))
        {
            var asked = exchange.Request.Headers.Upgrade.ToString();
            throw Refusal.BadRequest(
                $"ports are forwarded over a WebSocket with the subprotocol {Protocol}; {(asked.Length == 0 ? "no upgrade was asked for" : $"upgrading to {asked} is not offered")}");
        }

        if (!WebSocketUpgrade.Protocols(exchange.Request).Contains(Protocol))
        {
            throw Refusal.BadRequest(
                $"ports are forwarded with the WebSocket subprotocol {Protocol}, but offered was \"{exchange.Request.Headers.SecWebSocketProtocol}\"");
        }

        _ = await verbs.GetAsync(call with { Subresource = "" }, "", exchange.Cancellation);
        var ports = Ports(exchange, call);
        if (connecting is not null)
        {
            var options = new JsonObject
            {
                ["kind"] = "PodPortForwardOptions",
                ["apiVersion"] = "v1",
                ["ports"] = new JsonArray([.. ports.Select(p => (JsonNode)JsonValue.Create((long)p.Request.Port))]),
            };
            Answer.Warn(exchange, await connecting(call, options, exchange.Cancellation));
        }

        using var socket = new ChannelSocket(await WebSocketUpgrade.AcceptAsync(exchange.Http, Protocol));
        await ForwardAsync(socket, ports, exchange.Cancellation);
    }

    private List<(StreamRequest Request, IStreamHandler Handler)> Ports(Exchange exchange, Call call)
    {
        var ports = new List<(StreamRequest, IStreamHandler)>();
        foreach (var text in exchange.Request.Query["ports"].SelectMany(v => (v ?? "").Split(',')))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            {
                throw Refusal.BadRequest($"the query parameter ports must hold numbers from 1 to 65535, but holds \"{text}\"");
            }

            var request = new StreamRequest(call.Namespace, call.Name, "portforward", port);
            ports.Add((request, handlers.FirstOrDefault(h => h.Handles(request))
                ?? throw Refusal.BadRequest($"nothing listens on port {port} of pod {call.Namespace}/{call.Name}")));
        }

        return ports.Count switch
        {
            0 => throw Refusal.BadRequest("the query parameter ports must name the ports to forward"),
            > MostPorts => throw Refusal.BadRequest($"at most {MostPorts} ports are forwarded over one connection"),
            _ => ports,
        };
    }

    private async Task ForwardAsync(ChannelSocket socket, List<(StreamRequest Request, IStreamHandler Handler)> ports, CancellationToken cancellation)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var streams = new List<ChannelStream>();
        var number = new byte[2];
        for (var i = 0; i < ports.Count; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(number, (ushort)ports[i].Request.Port);
            await socket.SendAsync((byte)(2 * i), number, cancellation);
            await socket.SendAsync((byte)((2 * i) + 1), number, cancellation);
            streams.Add(new ChannelStream(socket, (byte)(2 * i)));
        }

        var receiving = ReceiveAsync(socket, streams, gone);
        var served = ports.Select((port, i) => ServePortAsync(socket, port, streams[i], (byte)((2 * i) + 1), gone.Token)).ToList();
        try
        {
            await Task.WhenAll(served);
            await socket.CloseAsync(gone.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The client has left without a farewell.
        }
        finally
        {
            await gone.CancelAsync();
            await receiving;
        }
    }

    /// <summary>Hands out what the client sends, until it ends or breaks off.</summary>
    private static async Task ReceiveAsync(ChannelSocket socket, List<ChannelStream> streams, CancellationTokenSource gone)
    {
        try
        {
            while (await socket.ReceiveAsync(gone.Token) is { IsEmpty: false } message)
            {
                // Clients have nothing to say on error channels.
                if (message.Span[0] is var channel && channel % 2 == 0 && channel / 2 < streams.Count)
                {
                    await streams[channel / 2].FeedAsync(message[1..], gone.Token);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            await gone.CancelAsync();
        }
        finally
        {
            streams.ForEach(s => s.End());
        }
    }

    private async Task ServePortAsync(
        ChannelSocket socket, (StreamRequest Request, IStreamHandler Handler) port, ChannelStream stream, byte errors, CancellationToken cancellation)
    {
        try
        {
            await using (stream)
            {
                await port.Handler.HandleAsync(port.Request, stream, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or ApiException or System.Net.Sockets.SocketException)
        {
            PortForwardLog.Failed(log, port.Request.Port, port.Request.Namespace, port.Request.Pod, e.Message);
            await socket.SendAsync(errors, Encoding.UTF8.GetBytes(e.Message), cancellation);
        }
    }
}
