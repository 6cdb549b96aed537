using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;
using Slipway.Server.Security;

namespace Slipway.Server.Http.Connections;

/// <summary>
/// TLS between the socket and HTTP, in place of Kestrel's own, which needs a container of services. It asks for a client
/// certificate and lets the connection stand whatever is shown: who that is, or that nobody is, goes with the connection as
/// a <see cref="ConnectionCaller"/>, so that a refusal can be a Status.
/// </summary>
internal sealed class TlsLayer
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(10);

    private readonly ConnectionDelegate _next;
    private readonly Authentication _authentication;
    private readonly SslStreamCertificateContext _certificate;
    private readonly ILogger _log;

    /// <summary>Prepares the layer.</summary>
    /// <param name="next">What speaks over the protected connection.</param>
    /// <param name="certificate">What clients are shown.</param>
    /// <param name="authentication">Who clients are.</param>
    /// <param name="log">Where refusals are told.</param>
    public TlsLayer(ConnectionDelegate next, SslStreamCertificateContext certificate, Authentication authentication, ILogger log)
    {
        _next = next;
        _authentication = authentication;
        _certificate = certificate;
        _log = log;
    }

    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="connection">The bare connection.</param>
    public async Task ServeAsync(ConnectionContext connection)
    {
        var bare = connection.Transport;
        await using var pipes = new TlsPipes(connection);
        var caller = new ConnectionCaller();
        if (!await HandshakeAsync(pipes.Stream, caller, connection))
        {
            return;
        }

        connection.Features.Set(caller);
        connection.Features.Set<ITlsConnectionFeature>(new TlsConnectionFeature());
        connection.Features.Set<ITlsApplicationProtocolFeature>(new Protocol(pipes.Stream.NegotiatedApplicationProtocol.Protocol));
        connection.Transport = pipes;
        try
        {
            await _next(connection);
        }
        finally
        {
            connection.Transport = bare;
        }
    }

    private async Task<bool> HandshakeAsync(SslStream stream, ConnectionCaller caller, ConnectionContext connection)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = _certificate,
            ClientCertificateRequired = true,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = _authentication.ChainPolicy(),
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                Identify(caller, certificate, chain, errors);
                return true;
            },
        };

        // Real time: a handshake waits for a real client.
        using var patience = new CancellationTokenSource(LongestHandshake, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, connection.ConnectionClosed);
        try
        {
            await stream.AuthenticateAsServerAsync(options, end.Token);
            return true;
        }
        catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException)
        {
            // Port scanners, clients that do not trust us, clients that gave up: each ends its own connection only.
            ConnectionLog.HandshakeFailed(_log, connection.RemoteEndPoint?.ToString() ?? "?", e.Message);
            return false;
        }
    }

    private void Identify(ConnectionCaller caller, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return;
        }

        var name = certificate.Subject;
        if (errors != SslPolicyErrors.None)
        {
            var faults = chain?.ChainStatus.Select(s => s.StatusInformation.Trim()) ?? [];
            caller.Refused = true;
            ConnectionLog.CertificateRefused(_log, name, $"{errors}; {string.Join("; ", faults)}");
            return;
        }

        caller.Caller = Authentication.CallerOf(((X509Certificate2)certificate).SubjectName);
        if (caller.Caller is null)
        {
            caller.Refused = true;
            ConnectionLog.CertificateRefused(_log, name, "it has no common name");
        }
    }

    /// <summary>The protocol that client and server agreed on.</summary>
    private sealed class Protocol(ReadOnlyMemory<byte> name) : ITlsApplicationProtocolFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = name;
    }
}
