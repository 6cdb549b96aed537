using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>Pods: they begin as Pending, have a container, and stay on the node they were put on.</summary>
internal sealed class PodRules : IKindAdmission
{
    /// <inheritdoc/>
    public GroupKind Kind { get; } = new("", "Pod");

    /// <inheritdoc/>
    public void Default(AdmissionRequest request)
    {
        if (request.Operation == AdmissionOperation.Create)
        {
            request.Object["status"] = new JsonObject { ["phase"] = "Pending" };
        }

        if (request.Object["spec"] is JsonObject spec)
        {
            Fill(spec, "restartPolicy", "Always");
            Fill(spec, "dnsPolicy", "ClusterFirst");
            Fill(spec, "schedulerName", "default-scheduler");
            spec["terminationGracePeriodSeconds"] ??= 30L;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldError> Validate(AdmissionRequest request)
    {
        var errors = new List<FieldError>();
        var spec = request.Object["spec"] as JsonObject;
        if (spec?["containers"] is not JsonArray { Count: > 0 } containers)
        {
            errors.Add(Invalid.Required("spec.containers"));
            return errors;
        }

        var names = new HashSet<string>();
        for (var i = 0; i < containers.Count; i++)
        {
            var name = Meta.String(containers[i] as JsonObject, "name");
            if (name.Length == 0)
            {
                errors.Add(Invalid.Required($"spec.containers[{i}].name"));
            }
            else if (!names.Add(name))
            {
                errors.Add(Invalid.Duplicate($"spec.containers[{i}].name", name));
            }
        }

        if (request.OldObject?["spec"]?["nodeName"] is { } node && !JsonEquality.AreEqual(node, spec["nodeName"]))
        {
            errors.Add(Invalid.Forbidden("spec.nodeName", "a pod stays on the node that it was put on"));
        }

        return errors;
    }

    private static void Fill(JsonObject spec, string name, string value)
    {
        if (Meta.String(spec, name).Length == 0)
        {
            spec[name] = value;
        }
    }
}
