using System.Text.Json.Nodes;
using Slipway.Api.Admission.Rules;
using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.Admission.Kinds;

/// <summary>DevCluster.</summary>
internal sealed class DevClusterRules : KindRules<DevCluster>
{
    /// <inheritdoc/>
    protected override void Fill(JsonObject value, JsonObject? old)
    {
        DevBackend.Fill(value, "spec.backend");
        if (value["spec"]?["backend"]?["docker"] is not null)
        {
            DockerClusterRules.FillDocker(value, "spec.backend.docker.failureDomains");
        }
    }

    /// <inheritdoc/>
    protected override void Check(DevCluster value, DevCluster? old, Faults faults)
    {
        DevBackend.Check(faults, value.Spec.Backend.Docker, value.Spec.Backend.InMemory);
        DockerClusterRules.Sorted(faults, "spec.backend.docker.failureDomains", value.Spec.Backend.Docker?.FailureDomains ?? []);
    }
}
