using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Server.Security;

/// <summary>
/// Tells whom a client certificate stands for: the common name is the user, each organization a group. The certificate must
/// be for client authentication, valid now, and issued by one of the server's client authorities.
/// </summary>
/// <param name="authorities">The client authorities. Not disposed here.</param>
/// <param name="clock">Whether a certificate is valid now.</param>
internal sealed class Authentication(X509Certificate2Collection authorities, TimeProvider clock)
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";

    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    /// <summary>How the certificate of a client that connects now is to be checked.</summary>
    public X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = clock.GetUtcNow().UtcDateTime,
            VerificationTimeIgnored = false,
        };
        policy.CustomTrustStore.AddRange(authorities);
        policy.ApplicationPolicy.Add(ClientUse);
        return policy;
    }

    /// <summary>
    /// Whom the subject of a certificate that was found good names. Kubernetes' own tools write several organizations into
    /// one set, which the framework's reader of names refuses, so the name is read here.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <returns>The caller, or null where the subject has no common name.</returns>
    public static Caller? CallerOf(X500DistinguishedName subject)
    {
        var name = "";
        var groups = new List<string>();
        var sequence = new AsnReader(subject.RawData, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            var set = sequence.ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData)
            {
                var pair = set.ReadSequence();
                var type = pair.ReadObjectIdentifier();
                if (type == CommonName)
                {
                    name = Text(pair);
                }
                else if (type == Organization)
                {
                    groups.Add(Text(pair));
                }
            }
        }

        return name.Length == 0 ? null : new Caller(name, [.. groups, "system:authenticated"]);
    }

    private static string Text(AsnReader reader) =>
        reader.ReadCharacterString((UniversalTagNumber)reader.PeekTag().TagValue);
}
