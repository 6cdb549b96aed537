using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Providers.InMemory.Objects;

/// <summary>Pods of a simulated cluster: always running and ready.</summary>
internal static class PodObject
{
    /// <summary>The components of the control plane that run as static pods besides etcd.</summary>
    public static IReadOnlyList<string> ControlPlaneComponents { get; } =
        ["kube-apiserver", "kube-controller-manager", "kube-scheduler"];

    /// <summary>A static pod of the control plane, as the kubelet mirrors it.</summary>
    /// <param name="component">For example <c>etcd</c>.</param>
    /// <param name="machine">Where it runs.</param>
    /// <param name="now">When it came up.</param>
    public static JsonObject Static(string component, SimulatedMachine machine, DateTimeOffset now)
    {
        var image = component == "etcd" ? "registry.k8s.io/etcd:3.5.30-0" : $"registry.k8s.io/{component}:{machine.Version}";
        var pod = Of($"{component}-{machine.Name}", component, image, machine, now);
        pod["metadata"]!["labels"] = new JsonObject { ["component"] = component, ["tier"] = "control-plane" };
        pod["metadata"]!["annotations"] = new JsonObject { ["kubernetes.io/config.mirror"] = machine.Uid, ["kubernetes.io/config.source"] = "file" };
        return pod;
    }

    /// <summary>A pod of an add-on.</summary>
    /// <param name="name">The pod's name.</param>
    /// <param name="app">The add-on, also its label <c>k8s-app</c>.</param>
    /// <param name="image">Its image.</param>
    /// <param name="machine">Where it runs.</param>
    /// <param name="now">When it came up.</param>
    public static JsonObject AddOn(string name, string app, string image, SimulatedMachine machine, DateTimeOffset now)
    {
        var pod = Of(name, app, image, machine, now);
        pod["metadata"]!["labels"] = new JsonObject { ["k8s-app"] = app };
        return pod;
    }

    private static JsonObject Of(string name, string container, string image, SimulatedMachine machine, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString(KubernetesTimeConverter.Format, CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "kube-system" },
            ["spec"] = new JsonObject
            {
                ["nodeName"] = machine.Name,
                ["hostNetwork"] = true,
                ["priorityClassName"] = "system-node-critical",
                ["containers"] = new JsonArray(new JsonObject { ["name"] = container, ["image"] = image }),
            },
            ["status"] = new JsonObject
            {
                ["phase"] = "Running",
                ["startTime"] = time,
                ["hostIP"] = machine.Address,
                ["podIP"] = machine.Address,
                ["conditions"] = new JsonArray([.. Conditions.Select(c => new JsonObject { ["type"] = c, ["status"] = "True", ["lastTransitionTime"] = time })]),
                ["containerStatuses"] = new JsonArray(new JsonObject
                {
                    ["name"] = container,
                    ["image"] = image,
                    ["imageID"] = image,
                    ["ready"] = true,
                    ["started"] = true,
                    ["restartCount"] = 0,
                    ["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = time } },
                }),
            },
        };
    }

    private static readonly string[] Conditions = ["PodScheduled", "Initialized", "ContainersReady", "Ready"];
}
