using System.Text;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>Makes the certificates of clusters that lack them.</summary>
/// <param name="client">Where the Secrets are written.</param>
/// <param name="keys">Where keys come from.</param>
/// <param name="time">The clock.</param>
public sealed class CertificateMaker(IClient client, IKeySource keys, TimeProvider time)
{
    private const string CommonName = "kubernetes";
    private const int DefaultAuthorityDays = 3650;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Where keys come from.</summary>
    internal IKeySource Keys => keys;

    /// <summary>
    /// Makes the missing certificates, but for those that only the user can make. Where a Secret exists that was not seen
    /// before, what it holds is used.
    /// </summary>
    /// <param name="present">What is there.</param>
    /// <param name="cluster">The Cluster.</param>
    /// <param name="owner">Who is to own the Secrets.</param>
    /// <param name="config">The cluster's configuration; null for kubeadm's own.</param>
    /// <param name="cancellation">Ends the calls.</param>
    internal async ValueTask<CertificateSet> CompleteAsync(
        CertificateSet present, Cluster cluster, IKubernetesObject owner, ClusterConfiguration? config, CancellationToken cancellation)
    {
        var secrets = new Dictionary<string, Secret>();
        foreach (var purpose in present.Missing.Where(p => !CertificatePurposes.IsUsers(p, config)))
        {
            var wanted = await MakeAsync(purpose, cluster, owner, config, cancellation);
            var stored = await client.TryCreateAsync(wanted, cancellation)
                ?? await client.GetAsync<Secret>(wanted.Metadata.Key, cancellation);
            secrets[stored.Metadata.Name] = stored;
        }

        var made = CertificateSet.Read(secrets.GetValueOrDefault, cluster.Metadata.Name, config);
        return new CertificateSet
        {
            Pairs = new Dictionary<CertificatePurpose, CertificatePair>(present.Pairs.Concat(made.Pairs)),
            Missing = [.. present.Missing.Where(p => !secrets.ContainsKey(p.SecretName(cluster.Metadata.Name)))],
            Problems = [.. present.Problems, .. made.Problems],
        };
    }

    private async ValueTask<Secret> MakeAsync(
        CertificatePurpose purpose, Cluster cluster, IKubernetesObject owner, ClusterConfiguration? config, CancellationToken cancellation)
    {
        var key = await keys.NextAsync(KeyAlgorithms.Of(config), cancellation);
        var certificate = key.ToPublicPem();
        if (purpose != CertificatePurpose.ServiceAccount)
        {
            var days = config?.CaCertificateValidityPeriodDays ?? DefaultAuthorityDays;
            certificate = CertificateAuthority.Create(CommonName, key, time.GetUtcNow() - ClockSkew, TimeSpan.FromDays(days) + ClockSkew).CertificatePem;
        }

        return new Secret
        {
            Metadata = new ObjectMeta
            {
                Name = purpose.SecretName(cluster.Metadata.Name),
                Namespace = cluster.Metadata.Namespace,
                Labels = new Dictionary<string, string> { [Labels.ClusterName] = cluster.Metadata.Name },
                OwnerReferences = [owner.AsController()],
            },
            Type = SecretTypes.Cluster,
            Data = new Dictionary<string, byte[]>
            {
                [CertificatePurposes.CertificateKey] = Encoding.UTF8.GetBytes(certificate),
                [CertificatePurposes.PrivateKeyKey] = Encoding.UTF8.GetBytes(key.ToPem()),
            },
        };
    }
}
