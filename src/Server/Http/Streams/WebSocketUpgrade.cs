using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Slipway.Server.Http.Streams;

/// <summary>Turns a request into a WebSocket, over HTTP/1.1 or as an extended CONNECT of HTTP/2.</summary>
internal static class WebSocketUpgrade
{
    private const string AcceptSalt = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Whether the client asks for a WebSocket.</summary>
    /// <param name="context">The request.</param>
    public static bool IsAsked(HttpContext context) =>
        IsConnect(context) || string.Equals(context.Request.Headers.Upgrade.ToString(), "websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>The subprotocols that the client offers, the most wanted first.</summary>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<string> Protocols(HttpRequest request) =>
        request.Headers.SecWebSocketProtocol.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes the connection over.</summary>
    /// <param name="context">The request; <see cref="IsAsked"/> is true of it.</param>
    /// <param name="protocol">The subprotocol agreed on.</param>
    /// <exception cref="BadHttpRequestException">The handshake lacks something.</exception>
    public static async Task<WebSocket> AcceptAsync(HttpContext context, string protocol)
    {
        var stream = IsConnect(context)
            ? await ConnectAsync(context, protocol)
            : await UpgradeAsync(context, protocol);
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            IsServer = true,
            SubProtocol = protocol,
            KeepAliveInterval = TimeSpan.FromSeconds(30),
        });
    }

    private static bool IsConnect(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: "websocket" };

    private static async Task<Stream> ConnectAsync(HttpContext context, string protocol)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.Headers.SecWebSocketProtocol = protocol;
        return await context.Features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync();
    }

    private static async Task<Stream> UpgradeAsync(HttpContext context, string protocol)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString();
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade
            || key.Length != 24 || context.Request.Headers.SecWebSocketVersion != "13")
        {
            throw new BadHttpRequestException("the request asks for a WebSocket, but not by the handshake of RFC 6455 version 13");
        }

        var headers = context.Response.Headers;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = Accept(key);
        headers.SecWebSocketProtocol = protocol;
        return await upgrade.UpgradeAsync();
    }

    /// <summary>The answer to a key: RFC 6455 prescribes the hash, which protects nothing.</summary>
    private static string Accept(string key)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSalt), hash);
        return Convert.ToBase64String(hash);
    }
}
