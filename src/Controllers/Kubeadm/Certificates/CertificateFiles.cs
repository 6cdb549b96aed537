using Slipway.Api.Bootstrap.Kubeadm;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>The certificates of a cluster as files of a control-plane machine.</summary>
internal static class CertificateFiles
{
    private const string Owner = "root:root";
    private const string CertificatePermissions = "0640";
    private const string KeyPermissions = "0600";

    /// <summary>The files, certificate before key.</summary>
    /// <param name="set">The certificates.</param>
    /// <param name="config">The cluster's configuration; null for kubeadm's own.</param>
    public static IReadOnlyList<FileText> Of(CertificateSet set, ClusterConfiguration? config)
    {
        var folder = (config?.CertificatesDir is { Length: > 0 } given ? given : BootstrapPaths.Certificates).TrimEnd('/');
        var files = new List<FileText>();
        foreach (var purpose in CertificatePurposes.Of(config))
        {
            if (!set.Pairs.TryGetValue(purpose, out var pair))
            {
                continue;
            }

            var (certificate, key) = Places(purpose, folder, config?.Etcd?.External);
            files.Add(new FileText(certificate, pair.Certificate) { Owner = Owner, Permissions = CertificatePermissions });
            if (pair.Key.Length > 0 && key.Length > 0)
            {
                files.Add(new FileText(key, pair.Key) { Owner = Owner, Permissions = KeyPermissions });
            }
        }

        return files;
    }

    private static (string Certificate, string Key) Places(CertificatePurpose purpose, string folder, ExternalEtcd? external) => purpose switch
    {
        CertificatePurpose.Cluster => ($"{folder}/ca.crt", $"{folder}/ca.key"),
        CertificatePurpose.Etcd when external is not null => (external.CaFile, ""),
        CertificatePurpose.Etcd => ($"{folder}/etcd/ca.crt", $"{folder}/etcd/ca.key"),
        CertificatePurpose.FrontProxy => ($"{folder}/front-proxy-ca.crt", $"{folder}/front-proxy-ca.key"),
        CertificatePurpose.ServiceAccount => ($"{folder}/sa.pub", $"{folder}/sa.key"),
        _ when external is not null => (external.CertFile, external.KeyFile),
        _ => ($"{folder}/apiserver-etcd-client.crt", $"{folder}/apiserver-etcd-client.key"),
    };
}
