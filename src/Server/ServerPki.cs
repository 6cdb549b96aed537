using Slipway.Machinery.Pki;
using Slipway.Server.Security;

namespace Slipway.Server;

/// <summary>
/// The certificates of a server as PEM, to be kept where they must outlive it. The authority signs both the server's and
/// its clients' certificates; its key is needed only to issue more.
/// </summary>
public sealed record ServerPki
{
    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan CertificateLifetime = TimeSpan.FromDays(365);

    // Clocks of clients on other machines may be a little behind.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>The certificate of the authority.</summary>
    public required string AuthorityCertificatePem { get; init; }

    /// <summary>The private key of the authority; empty where it is not kept here.</summary>
    public string AuthorityKeyPem { get; init; } = "";

    /// <summary>The certificate that the server shows.</summary>
    public required string ServingCertificatePem { get; init; }

    /// <summary>The private key of the server.</summary>
    public required string ServingKeyPem { get; init; }

    /// <summary>The client certificate of the administrator, a member of <c>system:masters</c>.</summary>
    public string AdminCertificatePem { get; init; } = "";

    /// <summary>The private key of the administrator.</summary>
    public string AdminKeyPem { get; init; } = "";

    /// <summary>The private keys that sign tokens of service accounts: the first signs, all verify. None to make one that ends with the server.</summary>
    public IReadOnlyList<string> TokenKeysPem { get; init => field = value ?? []; } = [];

    /// <summary>Makes an authority and its certificates.</summary>
    /// <param name="keys">Where keys come from; three are taken.</param>
    /// <param name="algorithm">What keys to take.</param>
    /// <param name="hosts">The names and addresses that the server answers to, besides those every server has.</param>
    /// <param name="clock">The clock of validity.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async ValueTask<ServerPki> CreateAsync(
        IKeySource keys, KeyAlgorithm algorithm, IReadOnlyList<string> hosts, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        var key = await keys.NextAsync(algorithm, cancellation);
        var authority = CertificateAuthority.Create("kubernetes", key, clock.GetUtcNow() - Slack, AuthorityLifetime);
        return await IssueAsync(authority, keys, hosts, clock, cancellation) with { AuthorityKeyPem = key.ToPem() };
    }

    /// <summary>Makes the certificates of a server under an authority that exists.</summary>
    /// <param name="authority">The authority; the key algorithm is its own.</param>
    /// <param name="keys">Where keys come from; two are taken.</param>
    /// <param name="hosts">The names and addresses that the server answers to, besides those every server has.</param>
    /// <param name="clock">The clock of validity.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The certificates; the authority's key is not among them.</returns>
    public static async ValueTask<ServerPki> IssueAsync(
        CertificateAuthority authority, IKeySource keys, IReadOnlyList<string> hosts, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(clock);
        var algorithm = authority.Key.Algorithm ?? KeyAlgorithm.EcdsaP256;
        var from = clock.GetUtcNow() - Slack;
        var serving = authority.Issue(
            new CertificateTerms("kube-apiserver", from, CertificateLifetime)
            {
                Hosts = [.. hosts.Concat(["localhost", "127.0.0.1", "kubernetes", "kubernetes.default", "kubernetes.default.svc"]).Distinct()],
                Usages = CertificateUsages.Server,
            },
            await keys.NextAsync(algorithm, cancellation));
        var admin = authority.Issue(
            new CertificateTerms("kubernetes-admin", from, CertificateLifetime)
            {
                Organizations = [Caller.Masters],
                Usages = CertificateUsages.Client,
            },
            await keys.NextAsync(algorithm, cancellation));
        return new ServerPki
        {
            AuthorityCertificatePem = authority.CertificatePem,
            ServingCertificatePem = serving.CertificatePem,
            ServingKeyPem = serving.KeyPem,
            AdminCertificatePem = admin.CertificatePem,
            AdminKeyPem = admin.KeyPem,
        };
    }

    /// <summary>The administrator's kubeconfig for a server at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cluster">The cluster's name in the file.</param>
    public Kubeconfig Kubeconfig(Uri address, string cluster)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Kubeconfig(address.GetLeftPart(UriPartial.Authority))
        {
            Cluster = cluster,
            CertificateAuthorityPem = AuthorityCertificatePem,
            ClientCertificatePem = AdminCertificatePem,
            ClientKeyPem = AdminKeyPem,
        };
    }
}
