using System.Net;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Pki;
using Slipway.Server;

namespace Slipway.Unit.Server;

/// <summary>Plain HTTP to a server, in the administrator's name.</summary>
internal static class AdminHttp
{
    public static HttpClient Connect(EmbeddedServer server)
    {
        var config = Kubeconfig.Parse(server.AdminKubeconfig);
        var certificate = X509Certificate2.CreateFromPem(config.ClientCertificatePem, config.ClientKeyPem);
        var handler = new SocketsHttpHandler();

        // The server's certificate is of virtual time; what is tested is what the server answers.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        handler.SslOptions.ClientCertificates = [certificate];
        return new HttpClient(handler) { BaseAddress = server.Address, DefaultRequestVersion = HttpVersion.Version20 };
    }
}
