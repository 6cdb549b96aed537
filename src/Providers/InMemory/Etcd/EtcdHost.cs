using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Slipway.Providers.InMemory.Etcd;

/// <summary>Speaks gRPC for the members of all simulated etcd clusters of this process, over streams instead of sockets.</summary>
internal sealed class EtcdHost : IHttpApplication<IFeatureCollection>, IAsyncDisposable
{
    private const int MaximumMessage = 64 * 1024;
    private readonly StreamListener _listener = new();
    private readonly KestrelServer _server;

    private EtcdHost(ILoggerFactory loggers)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,

            // TLS ends before Kestrel: clients say https where Kestrel sees none.
            AllowAlternateSchemes = true,
        };
        options.Listen(new StreamListener.StreamEndPoint(), o => o.Protocols = HttpProtocols.Http2);
        _server = new KestrelServer(Options.Create(options), _listener, loggers);
    }

    /// <summary>Starts the host.</summary>
    /// <param name="loggers">Where it logs.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<EtcdHost> StartAsync(ILoggerFactory loggers, CancellationToken cancellation)
    {
        var host = new EtcdHost(loggers);
        await host._server.StartAsync(host, cancellation);
        return host;
    }

    /// <summary>Serves one connection to a member: TLS with client certificates of etcd's own authority, then gRPC.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="connection">The member.</param>
    /// <param name="certificate">The member's certificate with its key.</param>
    /// <param name="authority">The authority that clients' certificates must come from.</param>
    /// <param name="cancellation">Ends the connection.</param>
    public async Task ServeAsync(Stream stream, EtcdConnection connection, X509Certificate2 certificate, X509Certificate2 authority, CancellationToken cancellation)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        await using (tls)
        {
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = certificate,
                    ClientCertificateRequired = true,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    ApplicationProtocols = [SslApplicationProtocol.Http2],
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { authority },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
                cancellation);
            await _listener.ServeAsync(tls, connection, cancellation);
        }
    }

    /// <inheritdoc/>
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    /// <inheritdoc/>
    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
        // The features belong to Kestrel; there is nothing of ours to release.
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        var body = context.GetRequiredFeature<IHttpResponseBodyFeature>();
        var trailers = context.GetRequiredFeature<IHttpResponseTrailersFeature>();
        var connection = (EtcdConnection)context.GetRequiredFeature<IConnectionItemsFeature>().Items[StreamListener.Tag]!;
        var cancellation = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        response.Headers.ContentType = "application/grpc";
        try
        {
            var message = await ReadAsync(request.Body, cancellation);
            Write(body.Writer, await EtcdCalls.AnswerAsync(request.Path, message, connection, cancellation));
            trailers.Trailers["grpc-status"] = "0";
        }
        catch (EtcdRefusal e)
        {
            trailers.Trailers["grpc-status"] = e.Status.ToString(CultureInfo.InvariantCulture);
            trailers.Trailers["grpc-message"] = Uri.EscapeDataString(e.Message);
        }

        await body.CompleteAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var head = new byte[5];
        await body.ReadExactlyAsync(head, cancellation);
        if (head[0] != 0)
        {
            throw new EtcdRefusal(EtcdRefusal.Unimplemented, "The simulated etcd takes no compressed messages.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(1));
        if (length > MaximumMessage)
        {
            throw new EtcdRefusal(EtcdRefusal.Internal, $"A message of {length} bytes is larger than the {MaximumMessage} that the simulated etcd takes.");
        }

        var message = new byte[length];
        await body.ReadExactlyAsync(message, cancellation);
        return message;
    }

    private static void Write(IBufferWriter<byte> writer, IMessage message)
    {
        var size = message.CalculateSize();
        var span = writer.GetSpan(5 + size);
        span[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)size);
        message.WriteTo(span.Slice(5, size));
        writer.Advance(5 + size);
    }
}
