using System.Text.Json.Nodes;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Environment variables of a component, as a Pod's container has them.</summary>
internal static class EnvironmentFile
{
    /// <summary>Writes the variables.</summary>
    /// <param name="variables">The variables.</param>
    public static JsonArray Write(IReadOnlyList<EnvVar> variables) => Json.List(variables, static v =>
    {
        var one = new JsonObject { ["name"] = v.Name }.Put("value", v.Value);
        return v.ValueFrom is { } source ? one.Put("valueFrom", Source(source)) : one;
    });

    private static JsonObject Source(EnvVarSource source) => new JsonObject()
        .Put("configMapKeyRef", Key(source.ConfigMapKeyRef))
        .Put("secretKeyRef", Key(source.SecretKeyRef))
        .Put("fieldRef", source.FieldRef is { } field
            ? new JsonObject { ["fieldPath"] = field.FieldPath }.Put("apiVersion", field.ApiVersion)
            : null)
        .Put("fileKeyRef", source.FileKeyRef is { } file
            ? new JsonObject { ["volumeName"] = file.VolumeName, ["path"] = file.Path, ["key"] = file.Key }.Put("optional", file.Optional)
            : null)
        .Put("resourceFieldRef", source.ResourceFieldRef is { } resource
            ? new JsonObject { ["resource"] = resource.Resource }
                .Put("containerName", resource.ContainerName)
                .Put("divisor", resource.Divisor?.ToString())
            : null);

    private static JsonObject? Key(KeySelector? key) => key is null
        ? null
        : new JsonObject { ["key"] = key.Key }.Put("name", key.Name).Put("optional", key.Optional);
}
