using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Api.Admission.Kinds;

/// <summary>DockerMachineTemplate.</summary>
internal sealed class DockerMachineTemplateRules : KindRules<DockerMachineTemplate>
{
    /// <inheritdoc/>
    protected override void Check(DockerMachineTemplate value, DockerMachineTemplate? old, Faults faults) =>
        FieldRules.Metadata(faults, "spec.template.metadata", value.Spec.Template.Metadata);

    /// <inheritdoc/>
    protected override void CheckChange(JsonObject value, JsonObject old, Faults faults) => TemplateRules.Unchanged(faults, value, old);
}
