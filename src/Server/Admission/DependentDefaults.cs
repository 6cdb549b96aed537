using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission;

/// <summary>Defaults of built-in kinds that follow from other fields.</summary>
internal static class DependentDefaults
{
    /// <summary>Fills in an object whose plain defaults are there.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">The object.</param>
    public static void Fill(GroupKind kind, JsonObject value)
    {
        if (value["spec"] is not JsonObject spec)
        {
            return;
        }

        switch (kind.Group, kind.Kind)
        {
            case ("", "Pod"):
                FillImages(spec);
                break;
            case ("", "ReplicationController"):
                FillImages(spec["template"]?["spec"] as JsonObject);
                spec["selector"] ??= spec["template"]?["metadata"]?["labels"]?.DeepClone();
                break;
            case ("", "Service"):
                FillService(spec);
                break;
            case ("apps", _):
                FillImages(spec["template"]?["spec"] as JsonObject);
                FillRollout(kind.Kind, spec);
                break;
            case ("batch", "Job"):
                FillJob(spec);
                break;
            case ("batch", "CronJob"):
                FillImages(spec["jobTemplate"]?["spec"]?["template"]?["spec"] as JsonObject);
                break;
            case ("networking.k8s.io", "NetworkPolicy"):
                spec["policyTypes"] ??= spec["egress"] is null ? new JsonArray("Ingress") : new JsonArray("Ingress", "Egress");
                break;
        }
    }

    private static void FillImages(JsonObject? pod)
    {
        foreach (var list in (ReadOnlySpan<string>)["containers", "initContainers", "ephemeralContainers"])
        {
            foreach (var container in (pod?[list] as JsonArray ?? []).OfType<JsonObject>().Where(c => c["imagePullPolicy"] is null))
            {
                container["imagePullPolicy"] = IsNewest(Meta.String(container, "image")) ? "Always" : "IfNotPresent";
            }
        }
    }

    /// <summary>Whether an image's name leaves open which image it is.</summary>
    private static bool IsNewest(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || name[colon..] == ":latest";
    }

    private static void FillService(JsonObject spec)
    {
        var type = Meta.String(spec, "type");
        if (type is "ClusterIP" or "NodePort" or "LoadBalancer")
        {
            spec["internalTrafficPolicy"] ??= "Cluster";
        }

        if (type is "NodePort" or "LoadBalancer")
        {
            spec["externalTrafficPolicy"] ??= "Cluster";
        }

        foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>().Where(p => p["targetPort"] is null && p["port"] is not null))
        {
            port["targetPort"] = port["port"]!.DeepClone();
        }
    }

    private static void FillRollout(string kind, JsonObject spec)
    {
        var (field, rolling) = kind switch
        {
            "Deployment" => ("strategy", new JsonObject { ["maxUnavailable"] = "25%", ["maxSurge"] = "25%" }),
            "StatefulSet" => ("updateStrategy", new JsonObject { ["partition"] = 0L }),
            "DaemonSet" => ("updateStrategy", new JsonObject { ["maxUnavailable"] = 1L, ["maxSurge"] = 0L }),
            _ => ("", []),
        };
        if (field.Length == 0 || spec[field] is not JsonObject strategy || Meta.String(strategy, "type") != "RollingUpdate")
        {
            return;
        }

        if (strategy["rollingUpdate"] is not JsonObject present)
        {
            strategy["rollingUpdate"] = rolling;
            return;
        }

        foreach (var (name, amount) in rolling)
        {
            present[name] ??= amount?.DeepClone();
        }
    }

    private static void FillJob(JsonObject spec)
    {
        FillImages(spec["template"]?["spec"] as JsonObject);
        if (spec["completions"] is null && Meta.Whole(spec["parallelism"]) == 1)
        {
            spec["completions"] = 1L;
        }
    }
}
