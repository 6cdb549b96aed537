using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.Admission.Kinds;

/// <summary>DevMachineTemplate.</summary>
internal sealed class DevMachineTemplateRules : KindRules<DevMachineTemplate>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old) => DevBackend.Fill(value, "spec.template.spec.backend");

    /// <inheritdoc/>
    protected override void Check(DevMachineTemplate value, DevMachineTemplate? old, Faults faults) =>
        FieldRules.Metadata(faults, "spec.template.metadata", value.Spec.Template.Metadata);

    /// <inheritdoc/>
    protected override void CheckChange(JsonObject value, JsonObject old, Faults faults) => TemplateRules.Unchanged(faults, value, old);
}
