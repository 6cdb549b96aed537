using System.Net;
using System.Net.WebSockets;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Connections to ports of pods through the API server: a WebSocket that speaks <c>v4.channel.k8s.io</c>.</summary>
public static class PortForward
{
    /// <summary>The subprotocol: the first byte of a message is its channel, <c>2i</c> for data and <c>2i+1</c> for errors of port <c>i</c>.</summary>
    public const string Protocol = "v4.channel.k8s.io";

    /// <summary>Opens a connection.</summary>
    /// <param name="connection">The server that the pod belongs to.</param>
    /// <param name="namespace">The pod's namespace.</param>
    /// <param name="pod">The pod's name.</param>
    /// <param name="port">The port of the pod.</param>
    /// <param name="cancellation">Gives up opening; the open stream is ended by disposing it.</param>
    /// <returns>A duplex stream. What the pod's end has to complain of is an <see cref="IOException"/> of the next read.</returns>
    /// <exception cref="IOException">The server did not answer, or it refused; the message says why.</exception>
    public static async ValueTask<Stream> OpenAsync(ClientConnection connection, string @namespace, string pod, int port, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(Protocol);
        socket.Options.CollectHttpResponseDetails = true;

        // Over the connection that stands already, where the server can do that; else over one of its own.
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        if (connection.Token.Length > 0)
        {
            socket.Options.SetRequestHeader("Authorization", "Bearer " + connection.Token);
        }

        var address = new UriBuilder(connection.AddressOf($"/api/v1/namespaces/{@namespace}/pods/{pod}/portforward?ports={port}"))
        {
            Scheme = connection.Server.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
        };
        try
        {
            await socket.ConnectAsync(address.Uri, connection.Invoker, cancellation);
            return new PortForwardStream(socket);
        }
        catch (WebSocketException e)
        {
            var cause = socket.HttpStatusCode >= HttpStatusCode.BadRequest
                ? $"{connection.Server} answers {(int)socket.HttpStatusCode}"
                : connection.Unreachable(e)?.Message ?? e.Message;
            socket.Dispose();
            throw new IOException($"port {port} of pod {@namespace}/{pod} cannot be reached: {cause}", e);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
