using System.Text;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>The certificates of a cluster that exist, and those that are missing.</summary>
internal sealed record CertificateSet
{
    /// <summary>What exists and can be used.</summary>
    public IReadOnlyDictionary<CertificatePurpose, CertificatePair> Pairs { get; init; } = new Dictionary<CertificatePurpose, CertificatePair>(0);

    /// <summary>What does not exist.</summary>
    public IReadOnlyList<CertificatePurpose> Missing { get; init; } = [];

    /// <summary>What exists and cannot be used: one sentence each, which names the Secret and what it lacks.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether all is there.</summary>
    public bool IsComplete => Missing.Count == 0 && Problems.Count == 0;

    /// <summary>The certificate authority of the cluster; null where it is missing.</summary>
    public CertificatePair? Authority => Pairs.GetValueOrDefault(CertificatePurpose.Cluster);

    /// <summary>Reads the certificates of a cluster.</summary>
    /// <param name="secrets">The Secrets of clusters.</param>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    /// <param name="config">The cluster's configuration; null for kubeadm's own.</param>
    public static CertificateSet Read(IInformer<Secret> secrets, ObjectKey cluster, ClusterConfiguration? config) =>
        Read(name => secrets.Get(cluster with { Name = name }), cluster.Name, config);

    /// <summary>Reads the certificates of a cluster.</summary>
    /// <param name="secret">The Secret of a name, or null.</param>
    /// <param name="cluster">The Cluster's name.</param>
    /// <param name="config">The cluster's configuration; null for kubeadm's own.</param>
    public static CertificateSet Read(Func<string, Secret?> secret, string cluster, ClusterConfiguration? config)
    {
        var pairs = new Dictionary<CertificatePurpose, CertificatePair>();
        var missing = new List<CertificatePurpose>();
        var problems = new List<string>();
        foreach (var purpose in CertificatePurposes.Of(config))
        {
            var name = purpose.SecretName(cluster);
            if (secret(name) is not { } found)
            {
                missing.Add(purpose);
                continue;
            }

            var certificate = Text(found, CertificatePurposes.CertificateKey);
            var key = Text(found, CertificatePurposes.PrivateKeyKey);
            if (certificate.Length == 0)
            {
                problems.Add($"Secret {name} has no {CertificatePurposes.CertificateKey}");
            }
            else if (key.Length == 0 && !(purpose == CertificatePurpose.Etcd && CertificatePurposes.IsUsers(purpose, config)))
            {
                problems.Add($"Secret {name} has no {CertificatePurposes.PrivateKeyKey}");
            }
            else
            {
                pairs.Add(purpose, new CertificatePair(purpose, certificate, key));
            }
        }

        return new CertificateSet { Pairs = pairs, Missing = missing, Problems = problems };
    }

    /// <summary>Prints how many there are: keys are secret.</summary>
    public override string ToString() => $"{Pairs.Count} certificates, {Missing.Count} missing";

    private static string Text(Secret secret, string key) =>
        secret.Data.TryGetValue(key, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";
}
