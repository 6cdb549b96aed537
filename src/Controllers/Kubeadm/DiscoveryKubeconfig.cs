using System.Text.Json.Nodes;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Machinery.Yaml;

namespace Slipway.Controllers.Kubeadm;

/// <summary>The kubeconfig file by which a joining machine finds the control plane, where file discovery is wanted.</summary>
internal static class DiscoveryKubeconfig
{
    private const string Name = "default";

    /// <summary>Writes the file.</summary>
    /// <param name="discovery">What is wanted.</param>
    /// <param name="endpoint">Where the control plane is to be reached, as <c>host:port</c>; used where nothing else is wanted.</param>
    /// <param name="authority">The cluster's certificate authority as PEM; used where nothing else is wanted.</param>
    public static FileText Write(FileDiscovery discovery, string endpoint, string authority)
    {
        var wanted = discovery.KubeConfig ?? new FileDiscoveryKubeConfig();
        var cluster = new JsonObject()
            .Put("server", wanted.Cluster?.Server is { Length: > 0 } server ? server : $"https://{endpoint}")
            .Put("tls-server-name", wanted.Cluster?.TlsServerName)
            .Put("insecure-skip-tls-verify", wanted.Cluster?.InsecureSkipTLSVerify)
            .Put("proxy-url", wanted.Cluster?.ProxyURL);
        if (wanted.Cluster?.InsecureSkipTLSVerify != true)
        {
            cluster.Put("certificate-authority-data", wanted.Cluster?.CertificateAuthorityData is { Length: > 0 } data
                ? data
                : Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(authority)));
        }

        var file = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["clusters"] = new JsonArray(new JsonObject { ["name"] = Name, ["cluster"] = cluster }),
            ["contexts"] = new JsonArray(new JsonObject { ["name"] = Name, ["context"] = new JsonObject { ["cluster"] = Name, ["user"] = Name } }),
            ["current-context"] = Name,
            ["users"] = new JsonArray(new JsonObject { ["name"] = Name, ["user"] = User(wanted.User) }),
        };
        return new FileText(discovery.KubeConfigPath, YamlWriter.Write(file)) { Owner = "root:root", Permissions = "0640" };
    }

    private static JsonObject User(KubeConfigUser user)
    {
        var part = new JsonObject();
        if (user.AuthProvider is { } provider)
        {
            part["auth-provider"] = new JsonObject { ["name"] = provider.Name }.Put("config", new JsonObject(
                provider.Config.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))));
        }

        if (user.Exec is { } exec)
        {
            part["exec"] = new JsonObject
            {
                ["apiVersion"] = exec.ApiVersion is { Length: > 0 } version ? version : "client.authentication.k8s.io/v1",
                ["command"] = exec.Command,
                ["interactiveMode"] = "Never",
            }
                .Put("args", exec.Args)
                .Put("env", Json.List(exec.Env, static e => new JsonObject { ["name"] = e.Name, ["value"] = e.Value }))
                .Put("provideClusterInfo", exec.ProvideClusterInfo);
        }

        return part;
    }
}
