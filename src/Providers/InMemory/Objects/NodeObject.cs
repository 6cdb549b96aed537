using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Providers.InMemory.Objects;

/// <summary>The Node that a simulated kubelet registers.</summary>
internal static class NodeObject
{
    /// <summary>Makes the Node.</summary>
    /// <param name="machine">The machine it runs on.</param>
    /// <param name="now">When the kubelet came up.</param>
    public static JsonObject Of(SimulatedMachine machine, DateTimeOffset now)
    {
        var labels = new JsonObject
        {
            ["kubernetes.io/hostname"] = machine.Name,
            ["kubernetes.io/os"] = "linux",
            ["kubernetes.io/arch"] = "amd64",
        };
        var spec = new JsonObject { ["providerID"] = machine.ProviderId };
        if (machine.ControlPlane)
        {
            labels["node-role.kubernetes.io/control-plane"] = "";
            spec["taints"] = new JsonArray(new JsonObject { ["key"] = "node-role.kubernetes.io/control-plane", ["effect"] = "NoSchedule" });
        }

        var time = now.UtcDateTime.ToString(KubernetesTimeConverter.Format, CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject { ["name"] = machine.Name, ["labels"] = labels },
            ["spec"] = spec,
            ["status"] = new JsonObject
            {
                ["conditions"] = new JsonArray(
                    Condition("Ready", "True", "KubeletReady", "the kubelet is ready", time),
                    Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", "enough memory is free", time),
                    Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "enough disk is free", time),
                    Condition("PIDPressure", "False", "KubeletHasSufficientPID", "enough process ids are free", time)),
                ["addresses"] = new JsonArray(
                    new JsonObject { ["type"] = "Hostname", ["address"] = machine.Name },
                    new JsonObject { ["type"] = "InternalIP", ["address"] = machine.Address }),
                ["capacity"] = new JsonObject { ["cpu"] = "2", ["memory"] = "4Gi", ["pods"] = "110" },
                ["allocatable"] = new JsonObject { ["cpu"] = "2", ["memory"] = "4Gi", ["pods"] = "110" },
                ["nodeInfo"] = new JsonObject
                {
                    ["architecture"] = "amd64",
                    ["bootID"] = machine.Uid,
                    ["containerRuntimeVersion"] = "simulated://1",
                    ["kernelVersion"] = "simulated",
                    ["kubeProxyVersion"] = machine.Version,
                    ["kubeletVersion"] = machine.Version,
                    ["machineID"] = machine.Uid,
                    ["operatingSystem"] = "linux",
                    ["osImage"] = "Slipway in-memory machine",
                    ["systemUUID"] = machine.Uid,
                },
            },
        };
    }

    private static JsonObject Condition(string type, string status, string reason, string message, string time) => new()
    {
        ["type"] = type,
        ["status"] = status,
        ["reason"] = reason,
        ["message"] = message,
        ["lastHeartbeatTime"] = time,
        ["lastTransitionTime"] = time,
    };
}
