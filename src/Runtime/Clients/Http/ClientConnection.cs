using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Slipway.Machinery.Pki;

namespace Slipway.Runtime.Clients.Http;

/// <summary>
/// How an API server is reached, and as whom. Made once and shared by all that speak to it: they share one HTTP/2
/// connection, whose health is probed while requests wait on it. An idle one holds no socket, thread or timer.
/// </summary>
public sealed class ClientConnection : IDisposable
{
    private readonly ServerTrust _trust;

    /// <summary>Takes what a kubeconfig says; nothing is sent yet.</summary>
    /// <param name="kubeconfig">The kubeconfig.</param>
    /// <param name="clock">By which certificates are valid or not; null for the system's.</param>
    /// <exception cref="FormatException">The server's address is none, or a certificate cannot be read.</exception>
    public ClientConnection(Kubeconfig kubeconfig, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(kubeconfig);
        if (!Uri.TryCreate(kubeconfig.Server.TrimEnd('/'), UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http"))
        {
            throw new FormatException($"The kubeconfig's server '{kubeconfig.Server}' is no https address.");
        }

        Server = server;
        Token = kubeconfig.Token;
        try
        {
            _trust = new ServerTrust(kubeconfig, clock ?? TimeProvider.System);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new FormatException($"The kubeconfig's certificates for {server} cannot be used: {e.Message}", e);
        }

        Invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            SslOptions = _trust.Options,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !Server.IsLoopback,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        });
    }

    /// <summary>The server's address.</summary>
    public Uri Server { get; }

    /// <summary>The bearer token; empty where a certificate says who asks.</summary>
    public string Token { get; }

    /// <summary>What sends requests over the connection.</summary>
    internal HttpMessageInvoker Invoker { get; }

    /// <summary>Closes the connection; calls that wait on it fail.</summary>
    public void Dispose()
    {
        Invoker.Dispose();
        _trust.Dispose();
    }

    /// <summary>Names the server, no secrets.</summary>
    public override string ToString() => Server.ToString();

    /// <summary>The address of a path of the server.</summary>
    /// <param name="path">Path and query, from the first slash.</param>
    internal Uri AddressOf(string path) => new(Server.AbsoluteUri.TrimEnd('/') + path);

    /// <summary>What a failed request means for the caller, or null where the failure is of another kind.</summary>
    /// <param name="failure">The failure.</param>
    internal ServerUnreachableException? Unreachable(Exception failure)
    {
        if (failure is not (HttpRequestException or IOException or WebSocketException))
        {
            return null;
        }

        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is AuthenticationException && _trust.Distrust.Length > 0)
            {
                return new(Server, _trust.Distrust, failure);
            }
        }

        return new(Server, (failure.InnerException ?? failure).Message, failure);
    }
}
