using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>Images of DaemonSets and Deployments.</summary>
internal static class PodImages
{
    /// <summary>The image of a container in an object's Pod template; null where there is no such container.</summary>
    /// <param name="value">The DaemonSet or Deployment.</param>
    /// <param name="container">The container's name.</param>
    public static ContainerImage? ImageOf(Unstructured value, string container) =>
        Container(value.Json, container)?["image"] is JsonValue image && image.TryGetValue(out string? text) ? ContainerImage.Parse(text) : null;

    /// <summary>Gives a container of an object's Pod template another image.</summary>
    /// <param name="client">The API of the workload cluster.</param>
    /// <param name="type">The object's kind.</param>
    /// <param name="value">The object, as it was read.</param>
    /// <param name="wanted">The container's name and its image.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async ValueTask SetImageAsync(
        IClient client, ResourceType type, Unstructured value, (string Container, ContainerImage Image) wanted, CancellationToken cancellation)
    {
        var after = value.Json.DeepClone().AsObject();
        Container(after, wanted.Container)!["image"] = wanted.Image.ToString();
        await client.PatchAsync(type, value, new Unstructured(after), ObjectPart.Main, cancellation);
    }

    private static JsonObject? Container(JsonObject value, string name) =>
        ((value["spec"]?["template"]?["spec"] as JsonObject)?["containers"] as JsonArray)?.OfType<JsonObject>()
            .FirstOrDefault(c => c["name"] is JsonValue text && text.TryGetValue(out string? found) && found == name);
}
