using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Bootstrap;
using Slipway.Api.Core;
using Slipway.Api.Json;

namespace Slipway.Api.Admission.Kinds;

/// <summary>KubeadmConfigTemplate.</summary>
internal sealed class KubeadmConfigTemplateRules : KindRules<KubeadmConfigTemplate>
{
    private static readonly FieldPath Exec = "spec.template.spec.joinConfiguration.discovery.file.kubeConfig.user.exec";

    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        // What older versions wrote into every template: a topology that only asks what would change must see no change.
        if ((value["metadata"]?["annotations"] as JsonObject)?.ContainsKey(Annotations.TopologyDryRun) != true)
        {
            return;
        }

        Defaults.Set(value, "spec.template.spec.format", "cloud-config");
        foreach (var part in (ReadOnlySpan<string>)["initConfiguration", "joinConfiguration"])
        {
            Defaults.Set(value, $"spec.template.spec.{part}.nodeRegistration.imagePullPolicy", "IfNotPresent");
        }

        if (Exec.Get(value) is JsonObject exec)
        {
            Defaults.Set(exec, "apiVersion", "client.authentication.k8s.io/v1");
        }
    }

    /// <inheritdoc/>
    protected override void Check(KubeadmConfigTemplate value, KubeadmConfigTemplate? old, Faults faults)
    {
        FieldRules.Metadata(faults, "spec.template.metadata", value.Spec.Template.Metadata);
        KubeadmConfigSpecRules.Check(faults, "spec.template.spec", value.Spec.Template.Spec ?? new());
    }
}
