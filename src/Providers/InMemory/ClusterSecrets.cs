using System.Security.Cryptography;
using System.Text;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;

namespace Slipway.Providers.InMemory;

/// <summary>Reads the authorities of a cluster from the management cluster's Secrets.</summary>
internal static class ClusterSecrets
{
    /// <summary>Reads an authority.</summary>
    /// <param name="client">The management cluster.</param>
    /// <param name="key">The Secret.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ApiException">There is no such Secret.</exception>
    /// <exception cref="CryptographicException">The Secret holds no certificate with its key.</exception>
    public static async ValueTask<CertificateAuthority> AuthorityAsync(IClient client, ObjectKey key, CancellationToken cancellation)
    {
        var secret = await client.GetAsync<Secret>(key, cancellation);
        return CertificateAuthority.FromPem(Text(secret, "tls.crt"), Text(secret, "tls.key"));
    }

    private static string Text(Secret secret, string name) =>
        secret.Data.TryGetValue(name, out var value)
            ? Encoding.UTF8.GetString(value)
            : throw new CryptographicException($"The Secret {secret.Metadata.Key} has no {name}: it must hold the certificate (tls.crt) and the key (tls.key) of the authority.");
}
