using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Api.Bootstrap;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Machinery.Objects;
using Slipway.Unit.Api.Conversion;

namespace Slipway.Unit.Api.Json;

/// <summary>Whatever a schema allows is read into the record and written again, without loss.</summary>
public sealed class RecordsKeepEverything
{
    [Fact]
    public void Cluster() => Check<Cluster>();

    [Fact]
    public void Machine() => Check<Machine>();

    [Fact]
    public void MachineSet() => Check<MachineSet>();

    [Fact]
    public void MachineDeployment() => Check<MachineDeployment>();

    [Fact]
    public void MachineHealthCheck() => Check<MachineHealthCheck>();

    [Fact]
    public void KubeadmConfig() => Check<KubeadmConfig>();

    [Fact]
    public void KubeadmConfigTemplate() => Check<KubeadmConfigTemplate>();

    [Fact]
    public void KubeadmControlPlane() => Check<KubeadmControlPlane>();

    [Fact]
    public void DockerCluster() => Check<DockerCluster>();

    [Fact]
    public void DockerMachine() => Check<DockerMachine>();

    [Fact]
    public void DockerMachineTemplate() => Check<DockerMachineTemplate>();

    [Fact]
    public void DevCluster() => Check<DevCluster>();

    [Fact]
    public void DevMachine() => Check<DevMachine>();

    [Fact]
    public void DevMachineTemplate() => Check<DevMachineTemplate>();

    private static void Check<T>()
        where T : class, IKind<T> => SchemaObjects.Of(T.Resource.QualifiedPlural, T.Resource.Version).Sample(
            value =>
            {
                var record = JsonSerializer.Deserialize(value.ToJsonString(), T.JsonType)!;
                var written = JsonNode.Parse(JsonSerializer.Serialize(record, T.JsonType));
                foreach (var part in new[] { "spec", "status" })
                {
                    if (value[part] is JsonObject { Count: 0 } && written![part] is null)
                    {
                        value.Remove(part);
                    }
                }

                // An absent spec whose fields are required is written with those, empty: no such object is of use.
                if (value["spec"] is null)
                {
                    written!.AsObject().Remove("spec");
                }

                Assert.True(JsonNode.DeepEquals(value, written), $"{value.ToJsonString()}\n->\n{written}");
            },
            iter: 40,
            threads: 1);
}
