using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;

namespace Slipway.Machinery.Pki;

/// <summary>Finds one context in a kubeconfig file.</summary>
/// <param name="text">The file.</param>
/// <param name="readFile">Reads files that it points to; null refuses them.</param>
internal sealed class KubeconfigReader(string text, Func<string, string>? readFile)
{
    /// <summary>The context of a name, the current one, or the only one.</summary>
    public Kubeconfig Read(string? name)
    {
        var root = YamlDocuments.Read(text, "kubeconfig") is [{ Root: JsonObject map }, ..]
            ? map
            : throw new FormatException("The kubeconfig is empty or not a map.");
        name ??= Text(root, "current-context");
        if (name.Length == 0)
        {
            name = root["contexts"] is JsonArray { Count: 1 } only ? Text(only[0], "name") : throw new FormatException("The kubeconfig has no current-context.");
        }

        var context = Named(root, "contexts", "context", name);
        var clusterName = Text(context, "cluster");
        var cluster = Named(root, "clusters", "cluster", clusterName);
        var userName = Text(context, "user");
        var user = userName.Length > 0 ? Named(root, "users", "user", userName) : [];
        if (user["exec"] is not null || user["auth-provider"] is not null)
        {
            throw new FormatException($"The user \"{userName}\" of the kubeconfig signs in through a program: this is not supported, use a client certificate or a token.");
        }

        var token = Text(user, "token");
        return new Kubeconfig(Text(cluster, "server") is { Length: > 0 } server ? server : throw new FormatException($"The cluster \"{clusterName}\" of the kubeconfig has no server."))
        {
            Cluster = clusterName,
            User = userName,
            Context = name,
            Namespace = Text(context, "namespace"),
            CertificateAuthorityPem = Content(cluster, "certificate-authority"),
            TlsServerName = Text(cluster, "tls-server-name"),
            SkipTlsVerify = cluster["insecure-skip-tls-verify"] is JsonValue flag && flag.TryGetValue(out bool skip) && skip,
            ClientCertificatePem = Content(user, "client-certificate"),
            ClientKeyPem = Content(user, "client-key"),
            Token = token.Length > 0 ? token : Text(user, "tokenFile") is { Length: > 0 } file ? File(file).Trim() : "",
        };
    }

    private static JsonObject Named(JsonObject root, string list, string member, string name)
    {
        foreach (var item in root[list] as JsonArray ?? [])
        {
            if (Text(item, "name") == name)
            {
                return item![member] as JsonObject ?? [];
            }
        }

        throw new FormatException($"The kubeconfig has no {member} \"{name}\".");
    }

    private static string Text(JsonNode? map, string member) =>
        (map as JsonObject)?[member] is JsonValue value && value.TryGetValue(out string? found) ? found : "";

    private string Content(JsonObject map, string member)
    {
        if (Text(map, member + "-data") is { Length: > 0 } encoded)
        {
            var bytes = new byte[encoded.Length];
            return Convert.TryFromBase64String(encoded, bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length)
                : throw new FormatException($"The kubeconfig's {member}-data is not base64.");
        }

        return Text(map, member) is { Length: > 0 } file ? File(file) : "";
    }

    private string File(string path) =>
        readFile is not null ? readFile(path) : throw new FormatException($"The kubeconfig points to the file {path}, which cannot be read here: embed its content instead.");
}
