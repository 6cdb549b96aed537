using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.Admission.Kinds;

/// <summary>DevMachine.</summary>
internal sealed class DevMachineRules : KindRules<DevMachine>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old) => DevBackend.Fill(value, "spec.backend");

    /// <inheritdoc/>
    protected override void Check(DevMachine value, DevMachine? old, Faults faults)
    {
        DevBackend.Check(faults, value.Spec.Backend.Docker, value.Spec.Backend.InMemory);
        if (old is not null && old.Spec.Backend.Docker?.CustomImage != value.Spec.Backend.Docker?.CustomImage)
        {
            faults.Forbidden("spec.backend.docker.customImage", "cannot be modified: a machine keeps its image; make a new machine");
        }
    }
}
