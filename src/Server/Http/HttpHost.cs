using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Slipway.Server.Http.Connections;
using Slipway.Server.Security;

namespace Slipway.Server.Http;

/// <summary>
/// The HTTP face of a server: Kestrel by itself, without a web application around it, since there may be fifty of these in
/// one process and each must start in a moment.
/// </summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _kestrel;
    private readonly ApiApplication _application;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Drain _drain = new();
    private readonly HttpHostOptions _options;
    private int _disposed;

    /// <summary>Prepares a host; nothing listens yet.</summary>
    /// <param name="options">What it serves and where.</param>
    public HttpHost(HttpHostOptions options)
    {
        _options = options with
        {
            HealthChecks = [.. options.HealthChecks, new HealthCheck("shutdown", () => _drain.Fault) { IsOfReadinessOnly = true }],
        };
        _application = new ApiApplication(_options, _drain, _stopping.Token);
        var kestrel = new KestrelServerOptions
        {
            AddServerHeader = false,
            AllowSynchronousIO = false,
        };
        Configure(kestrel.Limits);
        var authentication = new Authentication(options.ClientAuthorities, options.Clock);
        var certificate = SslStreamCertificateContext.Create(options.ServingCertificate, additionalCertificates: null, offline: true);
        var log = options.Logs.CreateLogger<HttpHost>();
        kestrel.Listen(
            new IPEndPoint(options.Host, options.Port),
            listen => listen.Use(next => new TlsLayer(next, certificate, authentication, log).ServeAsync));
        _kestrel = new KestrelServer(
            Options.Create(kestrel),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions { IOQueueCount = 1 }), options.Logs),
            options.Logs);
    }

    /// <summary>Where the server listens; known after <see cref="StartAsync"/>.</summary>
    public Uri Address { get; private set; } = new("https://127.0.0.1:0");

    /// <summary>Begins to listen; requests are answered when this returns.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The address cannot be had.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _kestrel.StartAsync(_application, cancellation);
        var addresses = _kestrel.Features.Get<IServerAddressesFeature>()
            ?? throw new InvalidOperationException("Kestrel tells no addresses.");

        // Kestrel does not know of the TLS layer, so it tells http.
        Address = new UriBuilder(addresses.Addresses.First()) { Scheme = Uri.UriSchemeHttps }.Uri;
    }

    /// <summary>
    /// Tells that the server is no longer ready; then takes nothing new, ends watches and streams, waits for the answers under
    /// way, and ends the connections.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _drain.Announce();
        if (_options.ShutdownDelay > TimeSpan.Zero)
        {
            await Task.Delay(_options.ShutdownDelay, _options.Clock, CancellationToken.None);
        }

        var answered = _drain.CloseAsync();
        await _stopping.CancelAsync();
        var patience = DrainTime;
        try
        {
            await answered.WaitAsync(_options.ShutdownGrace, _options.Clock, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // What takes longer than it may is broken off with its connection.
            patience = TimeSpan.Zero;
        }

        using var end = new CancellationTokenSource(patience, TimeProvider.System);
        await _kestrel.StopAsync(end.Token);
        _kestrel.Dispose();
        _stopping.Dispose();
    }

    private static void Configure(KestrelServerLimits limits)
    {
        // A watch may be silent for minutes and a client may read it slowly: neither is a fault. The server's own buffers
        // are bounded, and a watcher that falls behind is ended by the watch cache.
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.MaxRequestBodySize = null;
        limits.MaxRequestHeadersTotalSize = 64 * 1024;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(90);
        limits.Http2.MaxStreamsPerConnection = 1000;
        limits.Http2.InitialConnectionWindowSize = 1024 * 1024;
        limits.Http2.InitialStreamWindowSize = 256 * 1024;
    }
}
