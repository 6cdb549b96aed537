using System.Text.Json.Nodes;
using Slipway.Api.Core;

namespace Slipway.Api.Admission.Rules;

/// <summary>Templates of infrastructure are made once: machines of the same template are the same.</summary>
internal static class TemplateRules
{
    /// <summary>Refuses any change of the template, unless a topology only asks what would change.</summary>
    public static void Unchanged(Faults faults, JsonObject value, JsonObject old)
    {
        if ((value["metadata"]?["annotations"] as JsonObject)?.ContainsKey(Annotations.TopologyDryRun) != true
            && !JsonNode.DeepEquals(value["spec"]?["template"]?["spec"], old["spec"]?["template"]?["spec"]))
        {
            faults.Invalid("spec.template.spec", Defaults.Text(value["metadata"]?["name"]) ?? "", "a template cannot be changed: make one of another name and refer to that, and the machines will be replaced");
        }
    }
}
