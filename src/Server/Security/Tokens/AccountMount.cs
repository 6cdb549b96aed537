using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Tokens;

/// <summary>The volume through which the containers of a pod get the token of its service account, the server's authority and the pod's namespace.</summary>
internal static class AccountMount
{
    /// <summary>Where containers look for it.</summary>
    public const string Path = "/var/run/secrets/kubernetes.io/serviceaccount";

    private const string Prefix = "kube-api-access-";

    // An hour and a little, by which kubelets know that nobody chose it.
    private const int Lifetime = 3607;
    private const int Mode = 0x1A4;

    /// <summary>Mounts it in every container that mounts nothing there itself.</summary>
    /// <param name="spec">The pod's spec; it is changed.</param>
    /// <param name="random">The end of the volume's name.</param>
    public static void Add(JsonObject spec, RandomSource random)
    {
        List<JsonObject> bare =
        [
            .. Containers(spec, "initContainers").Concat(Containers(spec, "containers"))
                .Where(c => !(c["volumeMounts"] as JsonArray ?? []).OfType<JsonObject>().Any(m => Meta.String(m, "mountPath") == Path)),
        ];
        if (bare.Count == 0)
        {
            return;
        }

        var name = Prefix + random.NextSuffix();
        foreach (var container in bare)
        {
            List(container, "volumeMounts").Add((JsonNode)new JsonObject { ["name"] = name, ["readOnly"] = true, ["mountPath"] = Path });
        }

        List(spec, "volumes").Add((JsonNode)Volume(name));
    }

    private static JsonObject Volume(string name)
    {
        var token = new JsonObject { ["serviceAccountToken"] = new JsonObject { ["expirationSeconds"] = Lifetime, ["path"] = "token" } };
        var authority = new JsonObject
        {
            ["configMap"] = new JsonObject { ["name"] = "kube-root-ca.crt", ["items"] = new JsonArray(new JsonObject { ["key"] = "ca.crt", ["path"] = "ca.crt" }) },
        };
        var field = new JsonObject { ["apiVersion"] = "v1", ["fieldPath"] = "metadata.namespace" };
        var home = new JsonObject
        {
            ["downwardAPI"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["path"] = "namespace", ["fieldRef"] = field }) },
        };
        return new JsonObject
        {
            ["name"] = name,
            ["projected"] = new JsonObject { ["sources"] = new JsonArray(token, authority, home), ["defaultMode"] = Mode },
        };
    }

    private static IEnumerable<JsonObject> Containers(JsonObject spec, string name) => (spec[name] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonArray List(JsonObject owner, string name)
    {
        if (owner[name] is not JsonArray list)
        {
            owner[name] = list = [];
        }

        return list;
    }
}
