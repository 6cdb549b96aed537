using System.Text;
using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>Reads what files and users of a KubeadmConfig take from Secrets, and fills in templates.</summary>
/// <param name="client">Where the Secrets are.</param>
internal sealed class ContentReader(IClient client)
{
    private const int LongestFilled = 1024 * 1024;

    /// <summary>Reads the files.</summary>
    /// <param name="namespace">The namespace of the Secrets.</param>
    /// <param name="files">The files wanted.</param>
    /// <param name="version">The Kubernetes version of the control plane, for templates; null where it is not known.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="FormatException">A Secret, a key or a template is not as it must be; the message names it.</exception>
    public async ValueTask<IReadOnlyList<FileText>> FilesAsync(
        string @namespace, IReadOnlyList<BootstrapFile> files, string? version, CancellationToken cancellation)
    {
        var read = new List<FileText>(files.Count);
        foreach (var file in files)
        {
            var content = file.ContentFrom is { } source
                ? await SecretAsync(new ObjectKey(@namespace, source.Secret.Name), source.Secret.Key, $"file {file.Path}", cancellation)
                : file.Content ?? "";
            read.Add(new FileText(file.Path, file.ContentFormat == "Template" ? Fill(file.Path, content, version) : content)
            {
                Owner = file.Owner,
                Permissions = file.Permissions,
                Encoding = file.Encoding,
                Append = file.Append == true,
            });
        }

        return read;
    }

    /// <summary>Reads the users' passwords.</summary>
    /// <param name="namespace">The namespace of the Secrets.</param>
    /// <param name="users">The users wanted.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="FormatException">A Secret or a key is missing; the message names it.</exception>
    public async ValueTask<IReadOnlyList<User>> UsersAsync(string @namespace, IReadOnlyList<User> users, CancellationToken cancellation)
    {
        var read = new List<User>(users.Count);
        foreach (var user in users)
        {
            read.Add(user.PasswdFrom is { } source
                ? user with
                {
                    Passwd = await SecretAsync(new ObjectKey(@namespace, source.Secret.Name), source.Secret.Key, $"the password of user {user.Name}", cancellation),
                    PasswdFrom = null,
                }
                : user);
        }

        return read;
    }

    private static string Fill(string path, string content, string? version)
    {
        var values = new Dictionary<string, string>();
        if (version is { Length: > 0 })
        {
            values[".controlPlane.version"] = version;
        }

        try
        {
            var filled = SimpleTemplate.Fill(content, values);
            return filled.Length <= LongestFilled
                ? filled
                : throw new FormatException($"It is {filled.Length} characters long when filled in; at most {LongestFilled} are allowed.");
        }
        catch (FormatException e)
        {
            throw new FormatException($"Failed to prepare spec.files: file {path}: {e.Message}", e);
        }
    }

    private async ValueTask<string> SecretAsync(ObjectKey secret, string key, string use, CancellationToken cancellation)
    {
        var found = await client.TryGetAsync<Secret>(secret, cancellation)
            ?? throw new FormatException($"Secret {secret.Name} with {use} does not exist: create it, or correct the reference");
        return found.Data.TryGetValue(key, out var bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw new FormatException($"Secret {secret.Name} has no key {key} with {use}: add it, or correct the reference");
    }
}
