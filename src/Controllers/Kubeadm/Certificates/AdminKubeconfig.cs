using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>The kubeconfig by which a cluster's administrators, and this program, reach it.</summary>
internal static class AdminKubeconfig
{
    private const string Key = "value";
    private const string CommonName = "kubernetes-admin";
    private const string Organization = "system:masters";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // A snapshot hands out the same instance until the Secret changes: each is read once.
    private static readonly ConditionalWeakTable<Secret, StrongBox<DateTimeOffset?>> Moments = [];

    /// <summary>The name of the Secret.</summary>
    /// <param name="cluster">The cluster's name.</param>
    public static string SecretName(string cluster) => $"{cluster}-kubeconfig";

    /// <summary>The Secret with a new kubeconfig.</summary>
    /// <param name="cluster">The Cluster.</param>
    /// <param name="server">The address of the API server, as a URL.</param>
    /// <param name="owner">Who is to own the Secret.</param>
    /// <param name="authority">The cluster's certificate authority.</param>
    /// <param name="key">The key of the client certificate.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="CryptographicException">The authority cannot be used.</exception>
    public static Secret Make(Cluster cluster, string server, IKubernetesObject owner, CertificatePair authority, PrivateKey key, DateTimeOffset now)
    {
        var name = cluster.Metadata.Name;
        var terms = new CertificateTerms(CommonName, now - ClockSkew, Life + ClockSkew)
        {
            Organizations = [Organization],
            Usages = CertificateUsages.Client,
        };
        var issued = CertificateAuthority.FromPem(authority.Certificate, authority.Key).Issue(terms, key);
        var file = new Kubeconfig(server)
        {
            Cluster = name,
            User = $"{name}-admin",
            Context = $"{name}-admin@{name}",
            CertificateAuthorityPem = authority.Certificate,
            ClientCertificatePem = issued.CertificatePem,
            ClientKeyPem = issued.KeyPem,
        };
        return new Secret
        {
            Metadata = new ObjectMeta
            {
                Name = SecretName(name),
                Namespace = cluster.Metadata.Namespace,
                Labels = new Dictionary<string, string> { [Labels.ClusterName] = name },
                OwnerReferences = [owner.AsController()],
            },
            Type = SecretTypes.Cluster,
            Data = new Dictionary<string, byte[]> { [Key] = Encoding.UTF8.GetBytes(file.ToYaml()) },
        };
    }

    /// <summary>When a Secret's kubeconfig has lived half of its life and is to be renewed.</summary>
    /// <param name="secret">The Secret.</param>
    /// <returns>The moment; null where it holds no client certificate that could be renewed.</returns>
    public static DateTimeOffset? RenewAt(Secret secret) => Moments.GetValue(secret, static s => new StrongBox<DateTimeOffset?>(Read(s))).Value;

    private static DateTimeOffset? Read(Secret secret)
    {
        try
        {
            return Parse(secret)?.ClientCertificatePem is { Length: > 0 } pem
                ? CertificateContents.Parse(pem).NotAfter - (Life / 2)
                : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // What cannot be read cannot be used by anybody either: it is due now.
            return DateTimeOffset.MinValue;
        }
    }

    /// <summary>The address in a Secret's kubeconfig; null where there is none.</summary>
    /// <param name="secret">The Secret.</param>
    public static string? ServerOf(Secret secret)
    {
        try
        {
            return Parse(secret)?.Server;
        }
        catch (FormatException)
        {
            // A broken file names no address; the caller takes the Cluster's.
            return null;
        }
    }

    private static Kubeconfig? Parse(Secret secret) =>
        secret.Data.TryGetValue(Key, out var bytes) ? Kubeconfig.Parse(Encoding.UTF8.GetString(bytes)) : null;
}
