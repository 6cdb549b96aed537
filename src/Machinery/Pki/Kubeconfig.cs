using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;

namespace Slipway.Machinery.Pki;

/// <summary>How to reach one cluster as one user: one context of a kubeconfig file.</summary>
/// <param name="Server">The server's address, for example <c>https://127.0.0.1:6443</c>.</param>
public sealed record Kubeconfig(string Server)
{
    /// <summary>The cluster's name.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>The user's name; where empty, the cluster's with <c>-admin</c>.</summary>
    public string User { get; init; } = "";

    /// <summary>The context's name; where empty, <c>user@cluster</c>.</summary>
    public string Context { get; init; } = "";

    /// <summary>The namespace meant where none is said; empty for the server's default.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The authorities that the server's certificate must come from, as PEM; empty for the system's.</summary>
    public string CertificateAuthorityPem { get; init; } = "";

    /// <summary>The name that the server's certificate must be for; empty for the address's host.</summary>
    public string TlsServerName { get; init; } = "";

    /// <summary>Whether any server certificate is taken.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>The certificate to show to the server, as PEM; empty for none.</summary>
    public string ClientCertificatePem { get; init; } = "";

    /// <summary>The private key of <see cref="ClientCertificatePem"/>, as PEM.</summary>
    public string ClientKeyPem { get; init; } = "";

    /// <summary>A bearer token; empty for none.</summary>
    public string Token { get; init; } = "";

    /// <summary>Writes a kubeconfig file with this one context.</summary>
    public string ToYaml()
    {
        var user = User.Length > 0 ? User : $"{Cluster}-admin";
        var context = Context.Length > 0 ? Context : $"{user}@{Cluster}";
        var cluster = new JsonObject();
        Add(cluster, "certificate-authority-data", Encode(CertificateAuthorityPem));
        if (SkipTlsVerify)
        {
            cluster["insecure-skip-tls-verify"] = true;
        }

        cluster["server"] = Server;
        Add(cluster, "tls-server-name", TlsServerName);
        var chosen = new JsonObject { ["cluster"] = Cluster };
        Add(chosen, "namespace", Namespace);
        chosen["user"] = user;
        var credentials = new JsonObject();
        Add(credentials, "client-certificate-data", Encode(ClientCertificatePem));
        Add(credentials, "client-key-data", Encode(ClientKeyPem));
        Add(credentials, "token", Token);
        return YamlWriter.Write(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["clusters"] = new JsonArray(new JsonObject { ["cluster"] = cluster, ["name"] = Cluster }),
            ["contexts"] = new JsonArray(new JsonObject { ["context"] = chosen, ["name"] = context }),
            ["current-context"] = context,
            ["kind"] = "Config",
            ["users"] = new JsonArray(new JsonObject { ["name"] = user, ["user"] = credentials }),
        });
    }

    /// <summary>Reads one context of a kubeconfig file.</summary>
    /// <param name="text">The file, YAML or JSON.</param>
    /// <param name="context">The context's name; where null the current one, or the only one.</param>
    /// <param name="readFile">Reads a file that the kubeconfig points to, by its path as written; where null such a file is refused.</param>
    /// <exception cref="FormatException">The file is not a kubeconfig, or lacks what the context names.</exception>
    public static Kubeconfig Parse(string text, string? context = null, Func<string, string>? readFile = null) =>
        new KubeconfigReader(text, readFile).Read(context);

    private static void Add(JsonObject map, string name, string value)
    {
        if (value.Length > 0)
        {
            map[name] = value;
        }
    }

    private static string Encode(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
}
