using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Slipway.Machinery.Pki;

namespace Slipway.Unit.Controllers.Workloads;

/// <summary>A member of an etcd cluster that speaks gRPC over mutual TLS on a loopback port.</summary>
internal sealed class EtcdServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EtcdServer(WebApplication app) => _app = app;

    /// <summary>The answers by the path of the call: from a request's bytes to a message, or an exception for a failure.</summary>
    public Dictionary<string, Func<byte[], IMessage>> Answers { get; } = [];

    /// <summary>The common names of the client certificates seen.</summary>
    public HashSet<string> Clients { get; } = [];

    private int Port { get; set; }

    public static async Task<EtcdServer> StartAsync(CertificateAuthority authority, DateTimeOffset now)
    {
        var terms = new CertificateTerms("etcd", now.AddMinutes(-5), TimeSpan.FromDays(1)) { Hosts = ["localhost"] };
        using var issued = authority.Issue(terms, PrivateKey.Generate(KeyAlgorithm.EcdsaP256)).ToX509();

        var certificate = X509CertificateLoader.LoadPkcs12(issued.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        EtcdServer? server = null;
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (client, _, _) =>
                {
                    using var chain = new X509Chain();
                    chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                    chain.ChainPolicy.CustomTrustStore.ImportFromPem(authority.CertificatePem);
                    chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
                    server!.Clients.Add(client.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
                    return chain.Build(client);
                };
            });
        }));
        var app = builder.Build();
        server = new EtcdServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Port = new Uri(app.Urls.Single()).Port;
        return server;
    }

    public async ValueTask<Stream> OpenAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        context.Response.ContentType = "application/grpc";
        try
        {
            var answer = Answers[context.Request.Path.Value![1..]](buffer.ToArray()[5..]).ToByteArray();
            var framed = new byte[answer.Length + 5];
            BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), answer.Length);
            answer.CopyTo(framed, 5);
            await context.Response.Body.WriteAsync(framed, context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (InvalidOperationException e)
        {
            context.Response.AppendTrailer("grpc-status", "9");
            context.Response.AppendTrailer("grpc-message", e.Message);
        }
    }
}
