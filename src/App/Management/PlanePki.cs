using Slipway.App.Output;
using Slipway.Machinery.Pki;

namespace Slipway.App.Management;

/// <summary>The plane's certificate authority, kept in its directory so that kubeconfigs stay good over restarts.</summary>
internal static class PlanePki
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    /// <summary>Reads the authority, or makes it where there is none.</summary>
    /// <param name="directory">The plane's directory.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CommandException">What is there cannot be used.</exception>
    public static CertificateAuthority LoadOrCreate(PlaneDirectory directory, TimeProvider time)
    {
        var certificate = Path.Combine(directory.Pki, "ca.crt");
        var key = Path.Combine(directory.Pki, "ca.key");
        try
        {
            if (File.Exists(certificate) && File.Exists(key))
            {
                return CertificateAuthority.FromPem(File.ReadAllText(certificate), File.ReadAllText(key));
            }

            var made = CertificateAuthority.Create("slipway", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), time.GetUtcNow(), Lifetime);
            PlaneDirectory.WriteSecret(key, made.Key.ToPem());
            PlaneDirectory.WriteSecret(certificate, made.CertificatePem);
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or System.Security.Cryptography.CryptographicException)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"The certificate authority in {directory.Pki} cannot be used: {e.Message} Restore the files; or remove both, then all kubeconfigs of this plane are made anew.");
        }
    }

    /// <summary>Reads the key that signs tokens of service accounts, or makes it where there is none, so that tokens stay good over restarts.</summary>
    /// <param name="directory">The plane's directory.</param>
    /// <returns>The key as PEM.</returns>
    /// <exception cref="CommandException">What is there cannot be used.</exception>
    public static string LoadOrCreateTokenKey(PlaneDirectory directory)
    {
        var path = Path.Combine(directory.Pki, "sa.key");
        try
        {
            if (!File.Exists(path))
            {
                PlaneDirectory.WriteSecret(path, PrivateKey.Generate(KeyAlgorithm.EcdsaP256).ToPem());
            }

            return PrivateKey.FromPem(File.ReadAllText(path)).ToPem();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"The key of tokens {path} cannot be used: {e.Message} Restore the file; or remove it, then tokens of this plane must be asked for anew.");
        }
    }
}
